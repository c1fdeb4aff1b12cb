import { Badge, Menu, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useWaitingTasks } from '../tasks/tasks';
import { useCan } from '../workspace/session';
import { allowedPlaces, type Place, placeOf } from './places';

interface SideMenuProps {
  collapsed?: boolean;
  onGo?: () => void;
}

export function SideMenu({ collapsed = false, onGo }: SideMenuProps) {
  const { t } = useTranslation();
  const can = useCan();
  const { pathname } = useLocation();
  const waiting = useWaitingTasks(can('leads.read')).data;
  type Item = NonNullable<MenuProps['items']>[number];
  const item = (place: Place): Item => ({
    key: place.path,
    icon: place.icon,
    label: (
      <Link to={place.path}>
        {t(`app.menu.${place.word}`)}
        {place.path === '/tasks' && waiting && waiting.open > 0 && (
          <Badge
            className="lw-menu-count"
            count={waiting.open}
            color={waiting.overdue > 0 ? 'var(--lw-danger)' : 'var(--lw-text-3)'}
            title={t('tasks.waiting', { open: waiting.open, overdue: waiting.overdue })}
          />
        )}
      </Link>
    ),
    title: t(`app.menu.${place.word}`),
  });
  return (
    <Menu
      mode="inline"
      inlineCollapsed={collapsed}
      selectedKeys={[placeOf(pathname)]}
      onClick={() => onGo?.()}
      className="lw-menu"
      items={allowedPlaces(can).flatMap((group, index): Item[] => {
        const places = group.places.map(item);
        if (group.word && !collapsed) return [{ type: 'group', key: group.word, label: t(`app.menu.${group.word}`), children: places }];
        // A group without a name would else read as part of the one above.
        return index > 0 ? [{ type: 'divider', key: `before ${index}` }, ...places] : places;
      })}
    />
  );
}
