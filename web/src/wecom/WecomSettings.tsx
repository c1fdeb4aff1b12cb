import { PlusOutlined } from '../common/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../common/templates/PageState';
import { SettingsPage } from '../common/templates/SettingsPage';
import { useCan } from '../workspace/session';
import { ConnectionDrawer } from './ConnectionDrawer';
import { ConnectionPanel } from './ConnectionPanel';
import type { Connection } from './model';
import './wecom.css';
import { useConnections } from './wecom';

/** What is connected at Tencent, and whether it works. */
export function WecomSettings() {
  const { t } = useTranslation();
  const mayEdit = useCan()('settings.edit');
  const connections = useConnections();
  const [editing, setEditing] = useState<Connection | 'new' | null>(null);
  const [saved, setSaved] = useState<Connection | null>(null);
  const rows = connections.data ?? [];
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('wecom.connection.new')}
    </Button>
  );
  const next = rows.find((one) => one.id === saved?.id && one.callbackPath && !one.greetedAt);

  return (
    <SettingsPage
      title={t('workspace.place.wecom')}
      explain={t('wecom.connection.explain')}
      loading={connections.isPending}
      error={connections.error}
      onRetry={() => void connections.refetch()}
      actions={mayEdit && add}
    >
      {next && <Alert type="info" showIcon title={t('wecom.connection.next', { name: next.name })} closable={{ onClose: () => setSaved(null) }} />}
      {rows.length === 0 ? (
        <div className="lw-panel lw-panel-list">
          <EmptyState title={t('wecom.connection.empty')} hint={t('wecom.connection.emptyHint')} action={mayEdit && add} />
        </div>
      ) : (
        rows.map((connection) => <ConnectionPanel key={connection.id} connection={connection} onEdit={() => setEditing(connection)} />)
      )}
      <ConnectionDrawer connection={editing} onClose={() => setEditing(null)} onSaved={setSaved} />
    </SettingsPage>
  );
}
