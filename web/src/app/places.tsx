import {
  AimOutlined, ApartmentOutlined, BankOutlined, BarChartOutlined, CalendarOutlined, ClockCircleOutlined, CloudUploadOutlined, DashboardOutlined,
  CheckSquareOutlined, FlagOutlined, FormOutlined, FunnelPlotOutlined, GlobalOutlined, LinkOutlined, MergeCellsOutlined, PayCircleOutlined, QrcodeOutlined, ReadOutlined, ScheduleOutlined, SearchOutlined, SettingOutlined, TeamOutlined, TrophyOutlined, UnorderedListOutlined, UsergroupAddOutlined, WarningOutlined,
} from '../common/icons';
import type { ReactNode } from 'react';
import type { Permission } from '../common/model';

export interface Place {
  path: string;
  /** Last part of the word's key under app.menu. */
  word: string;
  icon: ReactNode;
  need?: Permission;
  /** Letter after `g`. */
  letter: string;
}

export interface PlaceGroup {
  word?: string;
  places: Place[];
}

/** The menu in the order of the house: acquire → pool → collaborate → measure. */
export const PLACES: PlaceGroup[] = [
  { places: [{ path: '/', word: 'cockpit', icon: <DashboardOutlined />, need: 'reports.read', letter: 'h' }] },
  {
    word: 'acquire',
    places: [
      { path: '/campaigns', word: 'campaigns', icon: <FlagOutlined />, need: 'campaigns.read', letter: 'c' },
      { path: '/events', word: 'events', icon: <CalendarOutlined />, need: 'campaigns.read', letter: 'v' },
      { path: '/forms', word: 'forms', icon: <FormOutlined />, need: 'campaigns.read', letter: 'o' },
      { path: '/content', word: 'content', icon: <ReadOutlined />, need: 'campaigns.read', letter: 'w' },
      { path: '/content-plan', word: 'contentPlan', icon: <ScheduleOutlined />, need: 'campaigns.read', letter: 'b' },
      { path: '/channels', word: 'channels', icon: <ApartmentOutlined />, need: 'campaigns.read', letter: 'n' },
      { path: '/links', word: 'links', icon: <LinkOutlined />, need: 'campaigns.read', letter: 'k' },
      { path: '/codes', word: 'codes', icon: <QrcodeOutlined />, need: 'campaigns.read', letter: 'q' },
      { path: '/followers', word: 'followers', icon: <UsergroupAddOutlined />, need: 'leads.read', letter: 'u' },
      { path: '/spend', word: 'spend', icon: <PayCircleOutlined />, need: 'campaigns.read', letter: 's' },
      { path: '/sites', word: 'sites', icon: <GlobalOutlined />, need: 'campaigns.read', letter: 'x' },
    ],
  },
  {
    word: 'pool',
    places: [
      { path: '/leads', word: 'leads', icon: <TeamOutlined />, need: 'leads.read', letter: 'l' },
      { path: '/scoring', word: 'scoring', icon: <TrophyOutlined />, need: 'leads.read', letter: 'j' },
      { path: '/companies', word: 'companies', icon: <BankOutlined />, need: 'leads.read', letter: 'e' },
      { path: '/segments', word: 'segments', icon: <UnorderedListOutlined />, need: 'leads.read', letter: 'a' },
      { path: '/check', word: 'check', icon: <SearchOutlined />, need: 'leads.read', letter: 'z' },
      { path: '/duplicates', word: 'duplicates', icon: <MergeCellsOutlined />, need: 'leads.merge', letter: 'y' },
      { path: '/imports', word: 'imports', icon: <CloudUploadOutlined />, need: 'imports.run', letter: 'i' },
    ],
  },
  {
    word: 'collaborate',
    places: [
      { path: '/tasks', word: 'tasks', icon: <CheckSquareOutlined />, need: 'leads.read', letter: 'm' },
    ],
  },
  {
    word: 'measure',
    places: [
      { path: '/reports/funnel', word: 'funnel', icon: <FunnelPlotOutlined />, need: 'reports.read', letter: 'f' },
      { path: '/reports/channels', word: 'channelSheet', icon: <BarChartOutlined />, need: 'reports.read', letter: 't' },
      { path: '/reports/touches', word: 'touches', icon: <AimOutlined />, need: 'reports.read', letter: 'r' },
      { path: '/reports/durations', word: 'durations', icon: <ClockCircleOutlined />, need: 'reports.read', letter: 'd' },
      { path: '/reports/problems', word: 'problems', icon: <WarningOutlined />, need: 'reports.read', letter: 'p' },
    ],
  },
  { places: [{ path: '/settings', word: 'settings', icon: <SettingOutlined />, letter: ',' }] },
];

/** The places a person may go, groups without any left out. */
export function allowedPlaces(can: (permission: Permission) => boolean): PlaceGroup[] {
  return PLACES.map((group) => ({ ...group, places: group.places.filter((place) => !place.need || can(place.need)) }))
    .filter((group) => group.places.length > 0);
}

/** The place an address belongs to: the longest path that starts it. */
export function placeOf(pathname: string): string {
  const paths = PLACES.flatMap((group) => group.places.map((place) => place.path));
  return paths
    .filter((path) => (path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`)))
    .reduce((best, path) => (path.length > best.length ? path : best), '');
}
