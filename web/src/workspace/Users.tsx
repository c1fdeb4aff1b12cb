import { PlusOutlined } from '../common/icons';
import { App, Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../common/templates/PageState';
import { SettingsPage } from '../common/templates/SettingsPage';
import { useFailure } from '../common/templates/useFailure';
import type { User } from './model';
import { useUser } from './session';
import { UserDrawer } from './UserDrawer';
import { useDepartments, useSaveUser, useUsers } from './users';
import { type UserGroup, userGroupOf, USER_GROUPS } from './userGroups';
import { UsersTable } from './UsersTable';

export function Users() {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const me = useUser();
  const users = useUsers();
  const departments = useDepartments().data ?? [];
  const save = useSaveUser();
  const failed = useFailure();
  const [group, setGroup] = useState<UserGroup>('signIn');
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<User | 'new' | null>(null);

  const all = users.data ?? [];
  const shown = all.filter(
    (user) => userGroupOf(user) === group && `${user.name} ${user.email ?? ''}`.toLowerCase().includes(text.trim().toLowerCase()),
  );
  const setActive = (user: User, active: boolean) =>
    save.mutateAsync({ id: user.id, draft: { active } }).then(
      () => void message.success(t(active ? 'workspace.users.activated' : 'workspace.users.deactivated', { name: user.name })),
      failed,
    );
  const deactivate = (user: User) =>
    modal.confirm({
      title: t('workspace.users.deactivateTitle', { name: user.name }),
      content: t('workspace.users.deactivateHint'),
      okText: t('workspace.users.deactivate'),
      okButtonProps: { danger: true },
      cancelText: t('common.cancel'),
      onOk: () => setActive(user, false),
    });

  return (
    <SettingsPage
      title={t('workspace.place.users')}
      explain={t('workspace.users.explain')}
      loading={users.isPending}
      error={users.error}
      onRetry={() => void users.refetch()}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
          {t('workspace.users.new')}
        </Button>
      }
    >
      <div className="lw-toolbar">
        <Segmented<UserGroup>
          value={group}
          onChange={setGroup}
          options={USER_GROUPS.map((value) => ({
            value,
            label: `${t(`workspace.users.${value}`)} ${all.filter((user) => userGroupOf(user) === value).length}`,
          }))}
        />
        <Input
          allowClear
          className="lw-search"
          placeholder={t('workspace.users.search')}
          aria-label={t('workspace.users.search')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {group === 'dataOnly' && <p className="lw-muted lw-note">{t('workspace.users.dataOnlyHint')}</p>}
      <div className="lw-panel lw-panel-list">
        {shown.length === 0 ? (
          <EmptyState title={t('common.list.noMatch')} />
        ) : (
          <UsersTable
            users={shown}
            departments={departments}
            meId={me.id}
            onEdit={setEditing}
            onDeactivate={deactivate}
            onActivate={(user) => void setActive(user, true)}
          />
        )}
      </div>
      <UserDrawer user={editing} users={all} departments={departments} onClose={() => setEditing(null)} />
    </SettingsPage>
  );
}
