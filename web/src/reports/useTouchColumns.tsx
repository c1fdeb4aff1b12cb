import type { TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../common/Money';
import { usePreferences } from '../common/preferences';
import { useNarrow } from '../common/useNarrow';
import { Figure } from './Figure';
import type { TouchCut, TouchedLeadFigure, TouchFigure, TouchRow } from './model';
import { TOTAL } from './question';
import { byFigure } from './rates';
import { below } from './touches';

interface TouchColumnsOptions {
  by: TouchCut;
  onOpen: (row: TouchRow, figure: TouchFigure | TouchedLeadFigure, label: string, value: number) => void;
  onBelow: (filters: Record<string, string>) => void;
}

/** Whom it reached, what it had a part in, where it stood first and last. */
export function useTouchColumns({ by, onOpen, onBelow }: TouchColumnsOptions): TableColumnsType<TouchRow> {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { moneyUnit } = usePreferences();

  const column = (key: string, title: ReactNode, figure: (row: TouchRow) => number, render: (row: TouchRow) => ReactNode) => ({
    key, title, align: 'right' as const, className: 'lw-num',
    sorter: byFigure<TouchRow>(figure), sortDirections: ['descend' as const, 'ascend' as const],
    render: (_value: unknown, row: TouchRow) => render(row),
  });
  const count = (key: TouchFigure | TouchedLeadFigure, figure: (row: TouchRow) => number) => {
    const title = t(`reports.touches.${key}`);
    return column(key, title, figure, (row) => (
      <Figure value={figure(row)} label={`${row.label} ${title}`} onOpen={() => onOpen(row, key, title, figure(row))} />
    ));
  };
  const label = (row: TouchRow) => {
    const down = row.key === TOTAL ? null : below(by, row.key);
    if (!down) return <span className="lw-row-label" title={row.label}>{row.label}</span>;
    return (
      <button type="button" className="lw-figure lw-row-label" title={t(by === 'scene' ? 'reports.touches.into' : 'reports.touches.intoFrame', { label: row.label })} onClick={() => onBelow(down)}>
        {row.label}
      </button>
    );
  };
  const revenue = (row: TouchRow) =>
    row.won ? (
      <button type="button" className="lw-figure" aria-label={`${row.label} ${t('reports.touches.revenue')}`} onClick={() => onOpen(row, 'won', t('reports.touches.won'), row.won)}>
        <Money fen={row.revenueFen} />
      </button>
    ) : (
      <Money fen={row.revenueFen} />
    );

  return [
    { key: 'label', title: t(`reports.by.${by}`), fixed: 'left', width: narrow ? 96 : 200, render: (_value, row) => label(row) },
    {
      title: t('reports.touches.reached'), key: 'reached',
      children: [count('touch', (row) => row.touches), count('person', (row) => row.people), count('lead', (row) => row.leads)],
    },
    {
      title: t('reports.touches.involved'), key: 'involved',
      children: [
        count('mql', (row) => row.mql),
        count('opportunity', (row) => row.opportunity),
        count('won', (row) => row.won),
        column('revenue', <>{t('reports.touches.revenue')} <span className="lw-unit">({t(`common.unit.${moneyUnit}`)})</span></>, (row) => row.revenueFen, revenue),
      ],
    },
    {
      title: t('reports.touches.place'), key: 'place',
      children: [
        count('first', (row) => row.first),
        count('lastBeforeMql', (row) => row.lastBeforeMql),
        count('lastBeforeContract', (row) => row.lastBeforeContract),
      ],
    },
  ];
}
