import { MenuFoldOutlined, MenuOutlined, MenuUnfoldOutlined } from '../common/icons';
import { Button, Drawer, Layout, Tag } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useNavigate } from 'react-router';
import { useKeys } from '../common/keyboard';
import { LoadingState } from '../common/templates/PageState';
import { useNarrow } from '../common/useNarrow';
import { useCan, useSession, useUpdateMe } from '../workspace/session';
import { KeyboardHelp } from './KeyboardHelp';
import { LanguageSwitch } from './LanguageSwitch';
import { Logo } from './Logo';
import { MoneyUnitSwitch } from './MoneyUnitSwitch';
import { allowedPlaces } from './places';
import { SideMenu } from './SideMenu';
import { UserMenu } from './UserMenu';

const COLLAPSED = 'leadwell.menuCollapsed';

/** The house around every page: menu on the left, a thin bar above; on a phone the menu hides behind a button. */
export function Shell() {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const session = useSession().data;
  const can = useCan();
  const me = useUpdateMe();
  const [collapsed, setCollapsed] = useState(localStorage.getItem(COLLAPSED) === 'yes');
  const [menuOpen, setMenuOpen] = useState(false);
  const [help, setHelp] = useState(false);
  const places = allowedPlaces(can).flatMap((group) => group.places);

  useKeys({
    '?': () => setHelp(true),
    ...Object.fromEntries(places.map((place) => [`g ${place.letter}`, () => void navigate(place.path)])),
  });

  const collapse = () => {
    localStorage.setItem(COLLAPSED, collapsed ? 'no' : 'yes');
    setCollapsed(!collapsed);
  };

  return (
    <Layout className="lw-shell">
      {!narrow && (
        <Layout.Sider width={196} collapsedWidth={56} collapsed={collapsed} theme="light" className="lw-sider">
          <div className="lw-sider-head">
            <Logo small={collapsed} />
          </div>
          <SideMenu collapsed={collapsed} />
          <Button
            type="text"
            className="lw-sider-foot"
            icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
            aria-label={collapsed ? t('app.menu.expand') : t('app.menu.collapse')}
            onClick={collapse}
          />
        </Layout.Sider>
      )}
      <Layout>
        <div className="lw-topbar">
          {narrow && (
            <Button type="text" icon={<MenuOutlined />} aria-label={t('app.menu.open')} onClick={() => setMenuOpen(true)} />
          )}
          <span className="lw-topbar-title">{session?.workspace.name}</span>
          {session?.demo && <Tag color="gold" variant="filled">{t('app.demo')}</Tag>}
          <span className="lw-spacer" />
          {!narrow && (
            <>
              <MoneyUnitSwitch />
              <LanguageSwitch onChoose={(locale) => me.mutate({ locale })} />
            </>
          )}
          <UserMenu onHelp={() => setHelp(true)} />
        </div>
        <Layout.Content className="lw-content">
          <Suspense fallback={<LoadingState />}>
            <Outlet />
          </Suspense>
        </Layout.Content>
      </Layout>
      <Drawer
        open={narrow && menuOpen}
        onClose={() => setMenuOpen(false)}
        placement="left"
        size={264}
        title={<Logo />}
        styles={{ body: { padding: 8 } }}
      >
        <SideMenu onGo={() => setMenuOpen(false)} />
      </Drawer>
      <KeyboardHelp open={help} onClose={() => setHelp(false)} />
    </Layout>
  );
}
