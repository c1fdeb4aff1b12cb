import { useTranslation } from 'react-i18next';
import { FUNNEL_STAGES } from '../common/model';
import { useFieldFilters } from '../fields/useFieldFilters';
import type { FilterDef, SelectFilter } from '../common/templates/list/model';
import { secondary, useUsualFilters } from '../common/templates/list/useUsualFilters';
import { useImportOptions } from '../imports/imports';
import { GRADES, ROUTES } from '../scoring/model';
import { useSegments } from '../segments/segments';
import { useCan } from '../workspace/session';
import { useFacets, useTags } from './leads';
import { VERDICTS } from './model';

/** Everything the pool can be narrowed by; what is asked every day stands in front. */
export function useLeadFilters(): FilterDef[] {
  const { t } = useTranslation();
  const can = useCan();
  const usual = useUsualFilters();
  const own = useFieldFilters('lead', 'person', 'company');
  const facets = useFacets().data;
  const tags = useTags().data ?? [];
  const segments = useSegments().data ?? [];
  const imports = useImportOptions(can('imports.run')).data ?? [];

  const reached: SelectFilter = {
    kind: 'select', key: 'reached', label: t('leads.filter.reached'),
    options: FUNNEL_STAGES.map((value) => ({ value, label: t('leads.filter.reachedStage', { stage: t(`common.stage.${value}`) }) })),
  };
  const words = (key: string, label: string, values: readonly string[] | undefined): SelectFilter => ({
    kind: 'select', key, label, options: (values ?? []).map((value) => ({ value, label: value })),
  });
  const tag: SelectFilter = {
    kind: 'select', key: 'tag', label: t('leads.field.tags'), options: tags.map(({ id, name }) => ({ value: id, label: name })),
  };
  const segment: SelectFilter = {
    kind: 'select', key: 'lead.segment', label: t('segments.title'), options: segments.map(({ id, name }) => ({ value: id, label: name })),
  };
  const verdict: SelectFilter = {
    kind: 'select', key: 'verdict', label: t('leads.verdict.title'), options: VERDICTS.map((value) => ({ value, label: t(`leads.verdict.${value}`) })),
  };
  const grade: SelectFilter = {
    kind: 'select', key: 'score.grade', label: t('scoring.grade'), multiple: true, options: GRADES.map((value) => ({ value, label: value })),
  };
  const route: SelectFilter = {
    kind: 'select', key: 'score.route', label: t('scoring.routeTitle'), multiple: true, options: ROUTES.map((value) => ({ value, label: t(`scoring.route.${value}`) })),
  };
  const batch: SelectFilter = {
    kind: 'select', key: 'import', label: t('leads.filter.import'), options: imports,
  };
  return [
    usual.search(t('leads.search')),
    usual.stage,
    usual.channel,
    usual.owner,
    grade,
    secondary(usual.period(t('leads.field.firstContactAt'))),
    secondary(reached),
    secondary(usual.campaign),
    secondary(usual.sourceClass),
    secondary(words('province', t('leads.field.province'), facets?.provinces)),
    secondary(words('industry', t('leads.field.industry'), facets?.industries)),
    secondary(usual.sdr),
    secondary(route),
    secondary(segment),
    secondary(tag),
    secondary(verdict),
    ...(can('imports.run') ? [secondary(batch)] : []),
    ...own.map((filter) => secondary(filter)),
  ];
}
