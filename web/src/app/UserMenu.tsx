import { LogoutOutlined, QuestionCircleOutlined, UserOutlined } from '../common/icons';
import { Avatar, Button, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLogout, useUser } from '../workspace/session';
import { Switches } from './Switches';

export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const user = useUser();
  const logout = useLogout();
  const [open, setOpen] = useState(false);
  const content = (
    <div className="lw-user-menu">
      <div>
        <strong>{user.name}</strong>
        <div className="lw-muted">{user.email}</div>
        <div className="lw-muted">
          {t(`common.role.${user.role}`)} · {t(`common.scope.${user.scope}`)}
        </div>
      </div>
      <Switches />
      <Link to="/settings/profile" onClick={() => setOpen(false)}>
        <Button type="text" block icon={<UserOutlined />}>
          {t('app.user.profile')}
        </Button>
      </Link>
      <Button
        type="text"
        block
        icon={<QuestionCircleOutlined />}
        onClick={() => {
          setOpen(false);
          onHelp();
        }}
      >
        {t('app.keys.title')}
      </Button>
      <Button type="text" block icon={<LogoutOutlined />} loading={logout.isPending} onClick={() => logout.mutate()}>
        {t('app.user.signOut')}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={content} open={open} onOpenChange={setOpen} arrow={false}>
      <button type="button" className="lw-user" aria-label={t('app.user.menu')}>
        <Avatar size={26} className="lw-avatar">
          {user.name.slice(0, 1)}
        </Avatar>
        <span className="lw-user-name">{user.name}</span>
      </button>
    </Popover>
  );
}
