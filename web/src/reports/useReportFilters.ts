import { useTranslation } from 'react-i18next';
import type { FilterDef, SelectFilter } from '../common/templates/list/model';
import { secondary, useUsualFilters } from '../common/templates/list/useUsualFilters';
import { useFacets } from '../leads/leads';
import { useCan } from '../workspace/session';

/** Period first, then what every report can be narrowed by. */
export function useReportFilters(): FilterDef[] {
  const { t } = useTranslation();
  const usual = useUsualFilters();
  const facets = useFacets(useCan()('leads.read')).data;
  const words = (key: string, label: string, values: readonly string[] | undefined): SelectFilter => ({
    kind: 'select', key, label, options: [{ value: 'none', label: t('common.filter.none') }, ...(values ?? []).map((value) => ({ value, label: value }))],
  });
  return [
    usual.period(),
    usual.channel,
    usual.sourceClass,
    secondary(usual.campaign),
    secondary(words('province', t('leads.field.province'), facets?.provinces)),
    secondary(words('industry', t('leads.field.industry'), facets?.industries)),
    secondary(usual.owner),
    secondary(usual.sdr),
  ];
}
