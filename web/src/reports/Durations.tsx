import { Segmented, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ReportPage } from '../common/templates/ReportPage';
import { useUrlFilters } from '../common/urlFilters';
import { useNarrow } from '../common/useNarrow';
import { useCan } from '../workspace/session';
import { BasisSwitch } from './BasisSwitch';
import { BySelect } from './BySelect';
import { durationHeight, durationOption } from './durationChart';
import { stepIn, stepKey, stepsOf, WAYS, type WayKind } from './durationSteps';
import { type DurationLine, DurationTable } from './DurationTable';
import { BASES, type DurationReport, type DurationStep, FUNNEL_DIMENSIONS } from './model';
import { chosen, questionOf } from './question';
import './reports.css';
import { useEmptyReport } from './useEmptyReport';
import { useReport } from './useReport';
import { useReportFilters } from './useReportFilters';

/** How long it takes: all steps at once, or one step compared across channels, owners, months. */
export function Durations() {
  const { t } = useTranslation();
  const can = useCan();
  const narrow = useNarrow();
  const { filters, setFilters } = useUrlFilters();
  const defs = useReportFilters();
  const empty = useEmptyReport();

  const by = chosen(filters.by, FUNNEL_DIMENSIONS, 'none');
  const basis = chosen(filters.basis, BASES, 'cohort');
  const way = chosen(filters.way, WAYS, 'firstContact');
  const question = questionOf(filters, { by, basis });
  const { data: report, ...state } = useReport<DurationReport>('/reports/durations', question);
  const cut = by !== 'none';

  const place = (stage: DurationStep['from']) => (stage === 'firstContact' ? t('leads.field.firstContactAt') : t(`common.stage.${stage}`));
  const stepLabel = (step: DurationStep) => `${place(step.from)} → ${place(step.to)}`;
  const all = report?.total.steps ?? [];
  const step = stepIn(all, filters.step);
  const asked = step && stepKey(step);
  const lines: DurationLine[] = cut
    ? (report?.rows ?? []).map((row) => ({ key: row.key, label: row.label, step: row.steps.find((one) => stepKey(one) === asked) }))
    : stepsOf(all, way).map((one) => ({ key: stepKey(one), label: stepLabel(one), step: one }));
  // Where all start at the same moment, the picture need not repeat it.
  const barLabel = ({ label, step: one }: DurationLine) => (!cut && one?.from === 'firstContact' ? `→ ${place(one.to)}` : label);
  const bars = lines.filter((line) => line.step && line.step.n > 0).map((line) => ({ label: barLabel(line), medianDays: line.step?.medianDays, p90Days: line.step?.p90Days }));
  const drawn = JSON.stringify(bars);
  const option = useMemo(() => durationOption(JSON.parse(drawn) as typeof bars, t, narrow), [drawn, t, narrow]);

  return (
    <ReportPage
      question={t('reports.duration.question')}
      hint={t(`reports.duration.basisHint.${basis}`)}
      filters={defs}
      controls={
        <>
          <BySelect value={by} offered={FUNNEL_DIMENSIONS} onChange={(next) => setFilters({ by: next })} />
          {cut ? (
            <Select
              aria-label={t('reports.duration.step')}
              value={asked ?? null}
              onChange={(next: string | null) => setFilters({ step: next ?? undefined })}
              options={WAYS.map((kind) => ({
                label: t(`reports.duration.way.${kind}`),
                options: stepsOf(all, kind).map((one) => ({ value: stepKey(one), label: stepLabel(one) })),
              }))}
              popupMatchSelectWidth={false}
              style={{ minWidth: 170 }}
            />
          ) : (
            <Segmented<WayKind>
              value={way}
              onChange={(next) => setFilters({ way: next })}
              options={WAYS.map((kind) => ({ value: kind, label: t(`reports.duration.way.${kind}`) }))}
            />
          )}
          <BasisSwitch value={basis} onChange={(next) => setFilters({ basis: next })} />
        </>
      }
      {...state}
      chart={bars.length > 0 ? { option, label: t('reports.duration.chart'), height: durationHeight(bars) } : null}
      table={
        <>
          <DurationTable
            head={cut ? t(`reports.by.${by}`) : t('reports.duration.step')}
            lines={lines}
            {...(cut ? { total: { key: '*', label: t('common.total'), step } } : {})}
          />
          <p className="lw-report-legend lw-muted">{t('reports.duration.legend')}</p>
        </>
      }
      {...(can('reports.export') ? { exporting: { path: '/reports/durations/export', query: question, name: t('reports.duration.name') } } : {})}
      name={t('reports.duration.name')}
      empty={report && all.every((one) => one.n === 0) ? empty : null}
    />
  );
}
