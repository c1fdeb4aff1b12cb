import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import { formatDuration } from '../common/format/time';
import { Money } from '../common/Money';
import type { FunnelStage } from '../common/model';
import { usePreferences } from '../common/preferences';
import { useNarrow } from '../common/useNarrow';
import { Figure } from '../reports/Figure';
import { byFigure } from '../reports/rates';
import { contentsOf, type RankingCut, type RankingRow } from './ranking';

const STAGES = ['lead', 'mql', 'opportunity', 'won'] as const;

interface RankingColumnsOptions {
  by: RankingCut;
  onOpen: (row: RankingRow, stage: FunnelStage, label: string, value: number) => void;
}

/** How it was read, what it brought. */
export function useRankingColumns({ by, onOpen }: RankingColumnsOptions): TableColumnsType<RankingRow> {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { moneyUnit } = usePreferences();

  const column = (key: string, title: ReactNode, figure: (row: RankingRow) => number | null, render: (row: RankingRow) => ReactNode) => ({
    key, title, align: 'right' as const, className: 'lw-num',
    sorter: byFigure<RankingRow>(figure), sortDirections: ['descend' as const, 'ascend' as const],
    render: (_value: unknown, row: RankingRow) => render(row),
  });
  const inContents = (row: RankingRow, value: number | null, shown: string) => {
    const address = value ? contentsOf(by, row.key) : null;
    return address ? <Link to={address}>{shown}</Link> : shown;
  };
  const read = (key: 'items' | 'views' | 'visitors' | 'ends' | 'shares' | 'downloads' | 'registrations', title: string) =>
    column(key, title, (row) => row[key], (row) => inContents(row, row[key], formatNumber(row[key])));
  const dwell = (row: RankingRow) => (row.views > 0 ? row.dwellMs / 1000 / row.views : null);
  const brought = (stage: FunnelStage) => {
    const title = t(`common.stage.${stage}`);
    const figure = (row: RankingRow) => row.counts[stage] ?? 0;
    return column(stage, title, figure, (row) => (
      <Figure value={figure(row)} label={`${row.label} ${title}`} onOpen={() => onOpen(row, stage, title, figure(row))} />
    ));
  };

  const revenue = (row: RankingRow) => {
    const won = row.counts.won ?? 0;
    if (!won || !row.revenueFen) return <Money fen={row.revenueFen} />;
    return (
      <button type="button" className="lw-figure" aria-label={`${row.label} ${t('common.field.revenue')}`} onClick={() => onOpen(row, 'won', t('common.stage.won'), won)}>
        <Money fen={row.revenueFen} />
      </button>
    );
  };

  return [
    {
      key: 'label', title: t(`reports.by.${by}`), fixed: 'left', width: narrow ? 96 : 220,
      render: (_value, row) => <span className="lw-row-label" title={row.label}>{row.label}</span>,
    },
    {
      title: t('content.ranking.read'), key: 'read',
      children: [
        read('items', t('content.ranking.items')),
        read('views', t('content.readers.views')),
        read('visitors', t('content.readers.visitors')),
        column('dwell', t('content.readers.dwell'), dwell, (row) => inContents(row, dwell(row), formatDuration(dwell(row)))),
        read('ends', t('content.readers.ends')),
        read('shares', t('content.readers.shares')),
        read('downloads', t('content.readers.downloads')),
        read('registrations', t('content.readers.registrations')),
      ],
    },
    {
      title: t('content.ranking.brought'), key: 'brought',
      children: [
        ...STAGES.map(brought),
        column('revenue', <>{t('common.field.revenue')} <span className="lw-unit">({t(`common.unit.${moneyUnit}`)})</span></>, (row) => row.revenueFen, revenue),
      ],
    },
  ];
}
