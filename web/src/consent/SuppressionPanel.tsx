import { App, Button, Input, Modal, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { DeleteOutlined, PlusOutlined } from '../common/icons';
import { RelativeTime } from '../common/RelativeTime';
import { ErrorState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { type SuppressionFilter, useSuppressions, useUnsuppress } from './consent';
import { MEANS, REASONS, type Suppression } from './model';
import { SuppressDrawer } from './SuppressDrawer';

/** Addresses that nobody may contact: looked for, added, taken off with a reason. */
export function SuppressionPanel() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<SuppressionFilter>({});
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Suppression | null>(null);
  const list = useSuppressions(filter);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  const addressOf = (one: Suppression) => one.address ?? t('consent.list.hashed');
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <>
      <p className="lw-muted">{t('consent.list.hint')}</p>
      <div className="lw-consent-bar">
        <Input.Search allowClear placeholder={t('consent.list.search')} aria-label={t('consent.list.search')} onSearch={(q) => setFilter({ ...filter, q: q.trim() || undefined })} />
        <Select
          allowClear placeholder={t('consent.say.means')} aria-label={t('consent.say.means')} popupMatchSelectWidth={false}
          options={MEANS.map((value) => ({ value, label: t(`consent.means.${value}`) }))}
          onChange={(means?: string) => setFilter({ ...filter, means })}
        />
        <Select
          allowClear placeholder={t('consent.list.reason')} aria-label={t('consent.list.reason')} popupMatchSelectWidth={false}
          options={REASONS.map((value) => ({ value, label: t(`consent.reason.${value}`) }))}
          onChange={(reason?: string) => setFilter({ ...filter, reason })}
        />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>{t('consent.list.add')}</Button>
      </div>
      <p className="lw-muted">{t('consent.list.total', { count: total, shown: formatNumber(total) })}</p>
      <Table<Suppression>
        rowKey="id"
        size="small"
        pagination={false}
        loading={list.isPending}
        dataSource={rows}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: t('consent.list.empty') }}
        columns={[
          { title: t('consent.list.address'), render: (_, one) => (one.address ? one.address : <span className="lw-muted">{addressOf(one)}</span>) },
          { title: t('consent.say.means'), render: (_, one) => t(`consent.means.${one.means}`) },
          { title: t('consent.list.reason'), render: (_, one) => t(`consent.reason.${one.reason}`) },
          { title: t('consent.list.note'), dataIndex: 'note' },
          { title: t('consent.list.since'), render: (_, one) => <>{one.by} <RelativeTime at={one.since} /></> },
          {
            key: 'remove',
            render: (_, one) => (
              <Button type="text" icon={<DeleteOutlined />} aria-label={t('consent.list.remove', { address: addressOf(one) })} onClick={() => setLeaving(one)} />
            ),
          },
        ]}
      />
      {list.hasNextPage && <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>{t('common.more')}</Button>}
      <SuppressDrawer open={adding} onClose={() => setAdding(false)} />
      <TakeOff key={leaving?.id ?? ''} one={leaving} called={leaving ? addressOf(leaving) : ''} onClose={() => setLeaving(null)} />
    </>
  );
}

function TakeOff({ one, called, onClose }: { one: Suppression | null; called: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const failed = useFailure();
  const [reason, setReason] = useState('');
  const remove = useUnsuppress();
  const run = () =>
    one &&
    remove.mutate({ id: one.id, reason }, {
      onSuccess: () => {
        void message.success(t('consent.list.removed'));
        onClose();
      },
      onError: failed,
    });
  return (
    <Modal
      open={one !== null}
      title={t('consent.list.remove', { address: called })}
      okText={t('consent.list.removeDo')}
      cancelText={t('common.cancel')}
      okButtonProps={{ danger: true, disabled: !reason.trim(), loading: remove.isPending }}
      onOk={run}
      onCancel={onClose}
    >
      <p>{t('consent.list.removeHint')}</p>
      <Input.TextArea rows={3} maxLength={500} value={reason} aria-label={t('consent.list.why')} placeholder={t('consent.list.why')} onChange={(event) => setReason(event.target.value)} />
    </Modal>
  );
}
