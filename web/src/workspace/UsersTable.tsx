import { Button, Table } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Parts } from '../common/Parts';
import { RelativeTime } from '../common/RelativeTime';
import { ListCard } from '../common/templates/list/ListCard';
import { ListCards } from '../common/templates/list/ListCards';
import { useNarrow } from '../common/useNarrow';
import type { Department, User } from './model';

interface UsersTableProps {
  users: User[];
  departments: Department[];
  meId: string;
  onEdit: (user: User) => void;
  onDeactivate: (user: User) => void;
  onActivate: (user: User) => void;
}

export function UsersTable({ users, departments, meId, onEdit, onDeactivate, onActivate }: UsersTableProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const departmentOf = (user: User) => departments.find((department) => department.id === user.departmentId)?.name;
  const seen = (user: User) =>
    user.canSignIn && user.lastSignInAt ? (
      <RelativeTime at={user.lastSignInAt} />
    ) : (
      <span className="lw-muted">{t(user.canSignIn ? 'workspace.users.never' : 'workspace.users.noLogin')}</span>
    );
  const buttons = (user: User) => (
    <span className="lw-actions">
      <Button size="small" onClick={() => onEdit(user)}>
        {user.canSignIn ? t('common.edit') : t('workspace.users.giveLogin')}
      </Button>
      {user.active
        ? user.id !== meId && (
            <Button size="small" type="text" onClick={() => onDeactivate(user)}>
              {t('workspace.users.deactivate')}
            </Button>
          )
        : (
            <Button size="small" type="text" onClick={() => onActivate(user)}>
              {t('workspace.users.activate')}
            </Button>
          )}
    </span>
  );

  if (narrow)
    return (
      <ListCards
        rows={users}
        rowKey={(user) => user.id}
        onOpen={undefined}
        card={(user) => (
          <ListCard
            title={user.name}
            mark={t(`common.role.${user.role}`)}
            lines={[user.email, <Parts key="scope" of={[t(`common.scope.${user.scope}`), departmentOf(user)]} />, <Fragment key="seen">{t('workspace.field.lastSignIn')} {seen(user)}</Fragment>]}
            actions={buttons(user)}
          />
        )}
      />
    );
  return (
    <Table<User>
      size="small"
      className="lw-table"
      rowKey="id"
      dataSource={users}
      pagination={users.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
      scroll={{ x: 'max-content' }}
      columns={[
        { key: 'name', title: t('workspace.field.name'), render: (_v, user) => <strong className="lw-name">{user.name}</strong> },
        { key: 'email', title: t('workspace.field.email'), dataIndex: 'email' },
        { key: 'role', title: t('workspace.field.role'), render: (_v, user) => t(`common.role.${user.role}`) },
        { key: 'scope', title: t('workspace.field.scope'), render: (_v, user) => t(`common.scope.${user.scope}`) },
        { key: 'department', title: t('workspace.field.department'), render: (_v, user) => departmentOf(user) },
        { key: 'export', title: t('workspace.field.mayExport'), render: (_v, user) => t(user.exportsByRole ? 'workspace.users.byRole' : user.mayExport ? 'common.yes' : 'common.no') },
        { key: 'seen', title: t('workspace.field.lastSignIn'), render: (_v, user) => seen(user) },
        { key: 'actions', title: t('common.actions'), render: (_v, user) => buttons(user) },
      ]}
    />
  );
}
