import type { Permission } from '../common/model';

export interface SettingsPlace {
  path: string;
  word: string;
  need?: Permission;
}

export const SETTINGS_PLACES: SettingsPlace[] = [
  { path: '/settings/profile', word: 'profile' },
  { path: '/settings/workspace', word: 'workspace', need: 'settings.read' },
  { path: '/settings/users', word: 'users', need: 'users.edit' },
  { path: '/settings/departments', word: 'departments', need: 'settings.read' },
  { path: '/settings/calendar', word: 'calendar', need: 'settings.read' },
  { path: '/settings/mql', word: 'mql', need: 'leads.read' },
  { path: '/settings/fields', word: 'fields', need: 'settings.read' },
  { path: '/settings/survivorship', word: 'survivorship', need: 'settings.read' },
  { path: '/settings/known-parties', word: 'knownParties', need: 'leads.read' },
  { path: '/settings/privacy', word: 'privacy', need: 'privacy.edit' },
  { path: '/settings/mail', word: 'mail', need: 'settings.read' },
  { path: '/settings/wecom', word: 'wecom', need: 'settings.read' },
  { path: '/settings/keys', word: 'keys', need: 'keys.edit' },
  { path: '/settings/baidu', word: 'baidu', need: 'settings.read' },
  { path: '/settings/audit', word: 'audit', need: 'audit.read' },
];
