import { useTranslation } from 'react-i18next';
import { withQuery } from '../common/api/query';
import { formatChange, formatDays, formatMultiple, formatNumber, formatRate, ratio } from '../common/format/numbers';
import type { Period } from '../common/format/period';
import { Money } from '../common/Money';
import type { Stage } from '../common/model';
import type { CockpitReport } from '../reports/model';
import { Kpi } from './Kpi';

interface KpisProps {
  report: CockpitReport;
  period: Period;
  onDrill: (stage: Stage, figure: number) => void;
}

export function Kpis({ report, period, onDrill }: KpisProps) {
  const { t } = useTranslation();
  const open = t('cockpit.openPeople');
  const compared: [string, number | null | undefined][] = [
    [t('cockpit.previous'), report.previousRevenueFen],
    [t('cockpit.lastYear'), report.lastYearRevenueFen],
  ];
  return (
    <div className="lw-kpis">
      <Kpi
        label={t('common.field.revenue')}
        value={<Money fen={report.revenueFen} withUnit />}
        notes={compared
          .filter(([, before]) => before)
          .map(([word, before]) => `${word} ${formatChange(report.revenueFen, before)}`)}
        onOpen={report.won > 0 ? () => onDrill('won', report.won) : undefined}
        hint={open}
      />
      <Kpi
        label={t('common.stage.won')}
        value={formatNumber(report.won)}
        notes={[`${t('cockpit.ofLeads')} ${formatRate(ratio(report.won, report.leads))}`]}
        onOpen={() => onDrill('won', report.won)}
        hint={open}
      />
      <Kpi label={t('cockpit.newLeads')} value={formatNumber(report.leads)} onOpen={() => onDrill('lead', report.leads)} hint={open} />
      <Kpi
        label="MQL"
        value={formatNumber(report.mql)}
        notes={[`${t('cockpit.ofLeads')} ${formatRate(ratio(report.mql, report.leads))}`]}
        onOpen={() => onDrill('mql', report.mql)}
        hint={open}
      />
      <Kpi
        label={t('common.field.spend')}
        value={<Money fen={report.spendFen} withUnit />}
        to={withQuery('/spend', { ...period })}
        hint={t('cockpit.openSpend')}
      />
      <Kpi
        label="ROMI"
        value={formatMultiple(report.romi)}
        to={withQuery('/reports/channels', { ...period })}
        hint={`${t('cockpit.romiHint')} · ${t('cockpit.openSheet')}`}
      />
      <Kpi
        label={t('cockpit.cycle')}
        value={
          <>
            {formatDays(report.cycleMedianDays)} <span className="lw-unit">{t('cockpit.days')}</span>
          </>
        }
        notes={[`P90 ${formatDays(report.cycleP90Days)}`]}
        to={withQuery('/reports/durations', { ...period })}
        hint={t('cockpit.openDurations')}
      />
    </div>
  );
}
