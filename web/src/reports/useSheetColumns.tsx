import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Query } from '../common/api/query';
import { formatMultiple, formatNumber, formatRate, ratio } from '../common/format/numbers';
import { Money } from '../common/Money';
import { FUNNEL_STAGES } from '../common/model';
import { usePreferences } from '../common/preferences';
import { useNarrow } from '../common/useNarrow';
import { useCan } from '../workspace/session';
import { Figure } from './Figure';
import type { ChannelDimension, ChannelRow } from './model';
import { spendAddress } from './question';
import { byFigure } from './rates';

interface SheetColumnsOptions {
  by: ChannelDimension;
  question: Query;
  labelOf: (row: ChannelRow) => string;
  onOpen: (row: ChannelRow, figureOf: string, figureLabel: string, figure: number) => void;
}

/** Money in, what came of it, what one of it cost, what it returned. */
export function useSheetColumns({ by, question, labelOf, onOpen }: SheetColumnsOptions): TableColumnsType<ChannelRow> {
  const { t } = useTranslation();
  const can = useCan();
  const narrow = useNarrow();
  const { moneyUnit } = usePreferences();
  const titled = (title: string, unit: string) => <>{title} <span className="lw-unit">({unit})</span></>;
  const unit = t(`common.unit.${moneyUnit}`);
  const yuan = t('common.unit.yuan');

  const column = (key: string, title: React.ReactNode, figure: (row: ChannelRow) => number | null | undefined, render: (row: ChannelRow) => React.ReactNode) => ({
    key, title, align: 'right' as const, className: 'lw-num',
    sorter: byFigure<ChannelRow>(figure), sortDirections: ['descend' as const, 'ascend' as const],
    render: (_value: unknown, row: ChannelRow) => render(row),
  });
  const cost = (key: string, title: string, figure: (row: ChannelRow) => number | null | undefined) =>
    column(key, titled(title, yuan), figure, (row) => <Money fen={figure(row)} unit="yuan" />);
  const count = (key: string, title: string, figure: (row: ChannelRow) => number) =>
    column(key, title, figure, (row) => (
      <Figure value={figure(row)} label={`${labelOf(row)} ${title}`} onOpen={() => onOpen(row, key, title, figure(row))} />
    ));
  const spend = (row: ChannelRow) => {
    const address = can('campaigns.read') && row.spendFen ? spendAddress(by, row.key, question) : null;
    return address ? <Link to={address}><Money fen={row.spendFen} /></Link> : <Money fen={row.spendFen} />;
  };

  return [
    {
      key: 'label', title: t(`reports.by.${by}`), fixed: 'left', width: narrow ? 96 : 200,
      render: (_value, row) => <span className="lw-row-label" title={labelOf(row)}>{labelOf(row)}</span>,
    },
    {
      title: t('reports.sheet.input'), key: 'input',
      children: [
        column('spend', titled(t('common.field.spend'), unit), (row) => row.spendFen, spend),
        column('impressions', t('reports.sheet.impressions'), (row) => row.impressions, (row) => formatNumber(row.impressions || null)),
        column('clicks', t('reports.sheet.clicks'), (row) => row.clicks, (row) => formatNumber(row.clicks || null)),
        column('ctr', t('reports.sheet.ctr'), (row) => ratio(row.clicks, row.impressions), (row) => formatRate(ratio(row.clicks, row.impressions))),
      ],
    },
    {
      title: t('reports.sheet.output'), key: 'output',
      children: [
        ...FUNNEL_STAGES.map((stage) => count(stage, t(`common.stage.${stage}`), (row) => row.counts[stage] ?? 0)),
        count('customer', t('reports.sheet.customers'), (row) => row.customers),
        column('revenue', titled(t('common.field.revenue'), unit), (row) => row.revenueFen, (row) => <Money fen={row.revenueFen} />),
      ],
    },
    {
      title: t('reports.sheet.cost'), key: 'cost',
      children: [
        cost('cpl', 'CPL', (row) => row.cplFen),
        ...FUNNEL_STAGES.slice(1).map((stage) => cost(`cost-${stage}`, t('reports.sheet.costPer', { stage: t(`common.stage.${stage}`) }), (row) => row.costPerFen[stage])),
        cost('cac', 'CAC', (row) => row.cacFen),
      ],
    },
    {
      title: t('reports.sheet.return'), key: 'return',
      children: [column('romi', 'ROMI', (row) => row.romi, (row) => formatMultiple(row.romi))],
    },
  ];
}
