import { PlusOutlined } from '../common/icons';
import { App, Button, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../common/format/time';
import { RelativeTime } from '../common/RelativeTime';
import { ListCard } from '../common/templates/list/ListCard';
import { ListCards } from '../common/templates/list/ListCards';
import { EmptyState } from '../common/templates/PageState';
import { SettingsPage } from '../common/templates/SettingsPage';
import { useFailure } from '../common/templates/useFailure';
import { useNarrow } from '../common/useNarrow';
import { KeyDrawer } from './KeyDrawer';
import { keyState, useKeysList, useRevokeKey } from './keys';
import type { ApiKey, CreatedApiKey } from './model';
import { NewKey } from './NewKey';

const TONE = { valid: 'green', expired: 'default', revoked: 'red' } as const;

export function Keys() {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const narrow = useNarrow();
  const keys = useKeysList();
  const revoke = useRevokeKey();
  const failed = useFailure();
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<CreatedApiKey | null>(null);

  const state = (key: ApiKey) => (
    <Tag color={TONE[keyState(key)]} variant="filled" className="lw-tag">{t(`workspace.keys.${keyState(key)}`)}</Tag>
  );
  const maker = (key: ApiKey) => (typeof key.createdBy === 'string' ? key.createdBy : key.createdBy?.name);
  const button = (key: ApiKey) =>
    keyState(key) === 'valid' && (
      <Button
        size="small"
        onClick={() =>
          modal.confirm({
            title: t('workspace.keys.revokeTitle', { name: key.name }),
            content: t('workspace.keys.revokeHint'),
            okText: t('workspace.keys.revoke'),
            okButtonProps: { danger: true },
            cancelText: t('common.cancel'),
            onOk: () => revoke.mutateAsync(key.id).then(() => undefined, failed),
          })
        }
      >
        {t('workspace.keys.revoke')}
      </Button>
    );
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('workspace.keys.new')}
    </Button>
  );
  const rows = keys.data ?? [];

  return (
    <SettingsPage
      title={t('workspace.place.keys')}
      explain={t('workspace.keys.explain')}
      loading={keys.isPending}
      error={keys.error}
      onRetry={() => void keys.refetch()}
      actions={add}
    >
      {created && <NewKey apiKey={created} onDone={() => setCreated(null)} />}
      <div className="lw-panel lw-panel-list">
        {rows.length === 0 ? (
          <EmptyState title={t('workspace.keys.empty')} hint={t('workspace.keys.emptyHint')} action={add} />
        ) : narrow ? (
          <ListCards
            rows={rows}
            rowKey={(key) => key.id}
            onOpen={undefined}
            card={(key) => (
              <ListCard
                title={key.name}
                mark={state(key)}
                lines={[`${key.prefix}… · ${t(`common.role.${key.role}`)}`, <>{t('workspace.keys.lastUsed')} <RelativeTime at={key.lastUsedAt} /></>]}
                actions={button(key)}
              />
            )}
          />
        ) : (
          <Table<ApiKey>
            size="small"
            className="lw-table"
            rowKey="id"
            dataSource={rows}
            pagination={false}
            scroll={{ x: 'max-content' }}
            columns={[
              { key: 'name', title: t('workspace.keys.name'), render: (_v, key) => <strong className="lw-name">{key.name}</strong> },
              { key: 'state', title: t('common.field.status'), render: (_v, key) => state(key) },
              { key: 'prefix', title: t('workspace.keys.prefix'), render: (_v, key) => <code>{key.prefix}…</code> },
              { key: 'role', title: t('workspace.field.role'), render: (_v, key) => t(`common.role.${key.role}`) },
              { key: 'used', title: t('workspace.keys.lastUsed'), render: (_v, key) => <RelativeTime at={key.lastUsedAt} /> },
              { key: 'expires', title: t('workspace.keys.expires'), render: (_v, key) => (key.expiresAt ? formatDay(key.expiresAt) : t('workspace.keys.never')) },
              { key: 'created', title: t('workspace.keys.created'), render: (_v, key) => <>{maker(key)} · <RelativeTime at={key.createdAt} /></> },
              { key: 'actions', title: t('common.actions'), render: (_v, key) => button(key) },
            ]}
          />
        )}
      </div>
      <KeyDrawer open={creating} onClose={() => setCreating(false)} onCreated={setCreated} />
    </SettingsPage>
  );
}
