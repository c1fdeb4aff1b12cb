import { PlusOutlined } from '../common/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../common/templates/PageState';
import { SettingsPage } from '../common/templates/SettingsPage';
import { useCan } from '../workspace/session';
import { AccountCard } from './AccountCard';
import { AccountDrawer } from './AccountDrawer';
import { type Account, useAccounts } from './baidu';
import './baidu.css';
import { FetchDrawer } from './FetchDrawer';

/** Search accounts whose reports come in every day. */
export function BaiduAccounts() {
  const { t } = useTranslation();
  const mayEdit = useCan()('settings.edit');
  const accounts = useAccounts();
  const [editing, setEditing] = useState<Account | 'new' | null>(null);
  const [fetching, setFetching] = useState<string | null>(null);
  const rows = accounts.data ?? [];
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>{t('baidu.add')}</Button>
  );

  return (
    <SettingsPage
      title={t('workspace.place.baidu')}
      explain={t('baidu.explain')}
      loading={accounts.isPending}
      error={accounts.error}
      onRetry={() => void accounts.refetch()}
      actions={mayEdit && rows.length > 0 && add}
    >
      {rows.length === 0 ? (
        <div className="lw-panel">
          <EmptyState title={t('baidu.empty')} hint={t('baidu.emptyHint')} {...(mayEdit ? { action: add } : {})} />
        </div>
      ) : (
        rows.map((account) => (
          <AccountCard key={account.id} account={account} onEdit={() => setEditing(account)} onFetches={() => setFetching(account.id)} />
        ))
      )}
      <AccountDrawer account={editing} onClose={() => setEditing(null)} />
      <FetchDrawer account={rows.find((one) => one.id === fetching) ?? null} onClose={() => setFetching(null)} />
    </SettingsPage>
  );
}
