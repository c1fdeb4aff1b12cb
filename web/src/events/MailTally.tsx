import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DASH, formatNumber } from '../common/format/numbers';
import { ErrorState } from '../common/templates/PageState';
import { useCan } from '../workspace/session';
import { useEventMails } from './events';
import type { MailFigures, MailOutcome } from './model';

/** How many were sent each mail, and who came back by the link in it; every figure leads to its people. */
export function MailTally({ eventId }: { eventId: string }) {
  const { t } = useTranslation();
  const can = useCan();
  const mails = useEventMails(eventId);
  if (mails.isError) return <ErrorState error={mails.error} onRetry={() => void mails.refetch()} />;
  const rows = mails.data ?? [];
  if (rows.length === 0) return null;
  const figure = (row: MailFigures, mailed: MailOutcome, value: number) =>
    value > 0 && can('leads.read')
      ? <Link to={`/events/${eventId}/attendees?letter=${row.letter}&mailed=${mailed}`}>{formatNumber(value)}</Link>
      : formatNumber(value);
  return (
    <div className="lw-panel">
      <h3>{t('events.mails.title')}</h3>
      <Table<MailFigures>
        size="small"
        className="lw-table"
        rowKey="letter"
        dataSource={rows}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('events.mails.letter'), key: 'letter', render: (_v, row) => t(`events.letter.${row.letter}`) },
          { title: t('events.mailed.waiting'), key: 'waiting', align: 'right', render: (_v, row) => figure(row, 'waiting', row.waiting) },
          { title: t('events.mailed.sent'), key: 'sent', align: 'right', render: (_v, row) => figure(row, 'sent', row.sent) },
          { title: t('events.mailed.not_sent'), key: 'notSent', align: 'right', render: (_v, row) => figure(row, 'not_sent', row.notSent) },
          { title: t('events.mailed.clicked'), key: 'clicked', align: 'right', render: (_v, row) => (row.linked === 0 ? <span className="lw-muted">{DASH}</span> : figure(row, 'clicked', row.clicked)) },
          { title: t('events.mailed.unclicked'), key: 'unclicked', align: 'right', render: (_v, row) => (row.linked === 0 ? <span className="lw-muted">{DASH}</span> : figure(row, 'unclicked', row.linked - row.clicked)) },
        ]}
      />
      <p className="lw-muted">{t('events.mails.hint')}</p>
    </div>
  );
}
