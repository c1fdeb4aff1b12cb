import { App, Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../common/api/useList';
import { formatInstant } from '../common/format/time';
import { RelativeTime } from '../common/RelativeTime';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import type { QuarantinedHit, Site } from './model';
import { useDrop, useSendAgain } from './sites';

/** JSON as a person can read it; as it is where it cannot be read. */
function laidOut(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** Hits that could not be taken: why, what exactly, and another try once the cause is gone. */
export function QuarantineList({ site }: { site: Site }) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const failed = useFailure();
  const list = useList<QuarantinedHit>(`/sites/${site.id}/quarantine`, {});
  const again = useSendAgain(site.id);
  const drop = useDrop(site.id);
  const [chosen, setChosen] = useState<string[]>([]);

  const refresh = () => {
    setChosen([]);
    void list.refetch();
  };
  const sendAgain = () =>
    again.mutate(chosen, {
      onSuccess: ({ taken, still }) => {
        void message.info(t('collect.quarantine.sent', { taken, still }));
        refresh();
      },
      onError: failed,
    });
  const confirmDrop = () =>
    modal.confirm({
      title: t('collect.quarantine.dropTitle', { count: chosen.length || list.total }),
      content: t('collect.quarantine.dropHint'),
      okText: t('collect.quarantine.drop'),
      okButtonProps: { danger: true },
      cancelText: t('common.cancel'),
      onOk: () => drop.mutateAsync(chosen).then(refresh, failed),
    });

  if (list.isPending) return <LoadingState />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.rows.length === 0) {
    return <div className="lw-panel"><EmptyState title={t('collect.quarantine.empty')} hint={t('collect.quarantine.emptyHint')} /></div>;
  }
  return (
    <div className="lw-panel lw-site-part">
      <p className="lw-muted">{t('collect.quarantine.hint')}</p>
      <div className="lw-actions">
        <Button type="primary" loading={again.isPending} onClick={sendAgain}>
          {chosen.length > 0 ? t('collect.quarantine.againCount', { count: chosen.length }) : t('collect.quarantine.againAll')}
        </Button>
        <Button danger onClick={confirmDrop}>{chosen.length > 0 ? t('collect.quarantine.dropCount', { count: chosen.length }) : t('collect.quarantine.dropAll')}</Button>
      </div>
      <Table<QuarantinedHit>
        size="small"
        className="lw-table"
        rowKey="id"
        dataSource={list.rows}
        pagination={false}
        scroll={{ x: 'max-content' }}
        rowSelection={{ selectedRowKeys: chosen, onChange: (keys) => setChosen(keys.map(String)) }}
        expandable={{ expandedRowRender: (hit) => <pre className="lw-body">{laidOut(hit.body)}</pre> }}
        columns={[
          { key: 'reason', title: t('collect.quarantine.reason'), render: (_v, hit) => <span className="lw-wrap">{t(`collect.reason.${hit.reason}`)}</span> },
          { key: 'pointer', title: t('collect.quarantine.pointer'), render: (_v, hit) => hit.pointer && <code>{hit.pointer.replace(/^\/hits\/0\//, '')}</code> },
          { key: 'origin', title: t('collect.quarantine.origin'), render: (_v, hit) => hit.origin },
          { key: 'at', title: t('collect.quarantine.at'), render: (_v, hit) => <span title={formatInstant(hit.receivedAt)}><RelativeTime at={hit.receivedAt} /></span> },
        ]}
      />
      {list.hasNextPage && (
        <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()} style={{ justifySelf: 'start' }}>{t('common.list.more')}</Button>
      )}
    </div>
  );
}
