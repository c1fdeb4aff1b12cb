import { Button, Drawer, Segmented, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../common/api/useList';
import { formatNumber } from '../common/format/numbers';
import { formatDay } from '../common/format/time';
import { RelativeTime } from '../common/RelativeTime';
import { ExportButton } from '../common/templates/ExportButton';
import { ListCard } from '../common/templates/list/ListCard';
import { ListCards } from '../common/templates/list/ListCards';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { useNarrow } from '../common/useNarrow';
import { useCan } from '../workspace/session';
import { figureOf, type ReaderRow, READERS, type Readers, type Sending } from './sendings';

interface ReadersDrawerProps {
  linkId: string;
  sending: Sending | null;
  which: Readers;
  onWhich: (which: Readers) => void;
  onClose: () => void;
}

/** The people behind the figures of a sending: who opened it and when, who did not, who was left out. */
export function ReadersDrawer({ linkId, sending, which, onWhich, onClose }: ReadersDrawerProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const mayExport = useCan()('leads.export');
  const path = `/links/${linkId}/sendings/${sending?.id ?? ''}`;
  const list = useList<ReaderRow>(`${path}/readers`, { which }, sending !== null);
  const who = (row: ReaderRow) => {
    if (row.hidden) return <span className="lw-muted">{t('links.reader.hidden')}</span>;
    const name = row.name ?? t('links.reader.nameless');
    return row.leadId ? <Link to={`/leads?open=${row.leadId}`}>{name}</Link> : name;
  };
  const outcome = (row: ReaderRow) => {
    if (row.leftOut) return t(`links.leftOut.${row.leftOut}`);
    return row.openedAt ? <span>✓ <RelativeTime at={row.openedAt} /></span> : <span className="lw-muted">{t('links.reader.notYet')}</span>;
  };
  const strangers = (row: ReaderRow) => (row.strangers > 0 ? formatNumber(row.strangers) : '');

  let body = <LoadingState />;
  if (list.isError) body = <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  else if (!list.isPending && list.rows.length === 0) body = <EmptyState title={t(`links.reader.empty.${which}`)} />;
  else if (!list.isPending)
    body = (
      <>
        {narrow ? (
          <ListCards
            rows={list.rows}
            rowKey={(row) => row.id}
            onOpen={undefined}
            card={(row) => <ListCard title={who(row)} mark={outcome(row)} lines={[row.company, row.phone ?? row.email]} />}
          />
        ) : (
          <Table<ReaderRow>
            size="small"
            className="lw-table"
            rowKey="id"
            dataSource={list.rows}
            pagination={false}
            scroll={{ x: 'max-content' }}
            columns={[
              { title: t('leads.field.name'), key: 'name', render: (_v, row) => who(row), fixed: 'left' },
              { title: t('common.field.company'), dataIndex: 'company' },
              { title: t('leads.field.phone'), key: 'phone', render: (_v, row) => <span className="lw-num">{row.phone}</span> },
              { title: t('leads.field.email'), dataIndex: 'email' },
              { title: t(which === 'left_out' ? 'links.reader.reason' : 'links.reader.opened'), key: 'opened', render: (_v, row) => outcome(row) },
              ...(which === 'left_out'
                ? []
                : [
                    { title: t('links.reader.opens'), key: 'opens', align: 'right' as const, render: (_v: unknown, row: ReaderRow) => (row.opens > 0 ? formatNumber(row.opens) : '') },
                    { title: t('links.sending.strangers'), key: 'strangers', align: 'right' as const, render: (_v: unknown, row: ReaderRow) => strangers(row) },
                  ]),
            ]}
          />
        )}
        <footer className="lw-list-foot">
          <span className="lw-muted">{t('common.list.shown', { shown: formatNumber(list.rows.length), total: formatNumber(list.total) })}</span>
          {list.hasNextPage && <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('common.list.more')}</Button>}
        </footer>
      </>
    );

  return (
    <Drawer open={sending !== null} onClose={onClose} title={sending?.name} size={narrow ? '100%' : 'min(900px, 92vw)'} destroyOnHidden>
      {sending && (
        <>
          <p className="lw-muted">{t('links.sending.knownUntil', { day: formatDay(sending.knownUntil) })} {t('links.reader.hint')}</p>
          <div className="lw-toolbar lw-readers-bar">
            <div className="lw-scroll">
              <Segmented
                value={which}
                onChange={onWhich}
                options={READERS.map((value) => ({ value, label: `${t(`links.reader.which.${value}`)} ${formatNumber(figureOf(sending, value))}` }))}
              />
            </div>
            {mayExport && which !== 'left_out' && (
              <ExportButton path={`${path}/export`} query={{ which }} name={sending.name} disabled={figureOf(sending, which) === 0} label={t('links.sending.file')} />
            )}
          </div>
          {body}
        </>
      )}
    </Drawer>
  );
}
