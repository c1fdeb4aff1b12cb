import { Menu, Segmented } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { useNarrow } from '../common/useNarrow';
import { useCan } from './session';
import { SETTINGS_PLACES } from './settingsPlaces';

/** The list of settings beside the one that is open; a row to swipe on a phone. */
export function Settings() {
  const { t } = useTranslation();
  const can = useCan();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const places = SETTINGS_PLACES.filter((place) => !place.need || can(place.need));

  // The open one must be in sight in the row to swipe.
  useEffect(() => {
    if (narrow) document.querySelector('.lw-settings .ant-segmented-item-selected')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [narrow, pathname]);

  if (pathname === '/settings') return <Navigate to="/settings/profile" replace />;
  return (
    <div className="lw-settings">
      {narrow ? (
        <div className="lw-scroll">
          <Segmented
            value={pathname}
            onChange={(path) => void navigate(path)}
            options={places.map((place) => ({ value: place.path, label: t(`workspace.place.${place.word}`) }))}
          />
        </div>
      ) : (
        <Menu
          className="lw-settings-menu"
          selectedKeys={[pathname]}
          items={places.map((place) => ({
            key: place.path,
            label: <Link to={place.path}>{t(`workspace.place.${place.word}`)}</Link>,
          }))}
        />
      )}
      <Outlet />
    </div>
  );
}
