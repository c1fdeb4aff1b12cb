import { Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DASH, formatNumber } from '../common/format/numbers';
import { type MessageFilter, type PurposeCount, usePurposes } from './mail';

/** Mails by what they were for: how many were sent, and whose link was followed; a figure shows its mails. */
export function Purposes({ onPick }: { onPick: (filter: MessageFilter) => void }) {
  const { t } = useTranslation();
  const word = usePurposeWord();
  const rows = usePurposes().data ?? [];
  if (rows.length === 0) return null;
  const figure = (row: PurposeCount, filter: MessageFilter, value: number, label: string) =>
    value > 0
      ? <button type="button" className="lw-figure" aria-label={`${word(row.purpose)} ${label}`} onClick={() => onPick({ purpose: row.purpose, ...filter })}>{formatNumber(value)}</button>
      : formatNumber(value);
  const known = (row: PurposeCount, cell: ReactNode) => (row.linked === 0 ? <span className="lw-muted">{DASH}</span> : cell);
  return (
    <>
      <Table<PurposeCount>
        size="small"
        className="lw-table"
        rowKey="purpose"
        dataSource={rows}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('messaging.outbox.purpose'), key: 'purpose', render: (_v, row) => word(row.purpose) },
          { title: t('messaging.outbox.sent'), key: 'sent', align: 'right', render: (_v, row) => figure(row, { state: 'sent' }, row.sent, t('messaging.outbox.sent')) },
          { title: t('messaging.outbox.clicked'), key: 'clicked', align: 'right', render: (_v, row) => known(row, figure(row, { clicked: true }, row.clicked, t('messaging.outbox.clicked'))) },
          { title: t('messaging.outbox.unclicked'), key: 'unclicked', align: 'right', render: (_v, row) => known(row, figure(row, { clicked: false }, row.linked - row.clicked, t('messaging.outbox.unclicked'))) },
        ]}
      />
      <p className="lw-muted">{t('messaging.outbox.byPurposeHint')}</p>
    </>
  );
}

/** What a message is for, in words; one without a word stands as it is. */
export function usePurposeWord(): (purpose: string) => string {
  const { t, i18n } = useTranslation();
  return (purpose) => {
    const key = `events.letter.${purpose.replace(/^event\./, '')}`;
    return purpose.startsWith('event.') && i18n.exists(key) ? t(key) : purpose;
  };
}
