import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';
import { Login } from './Login';
import { Setup } from './Setup';

const Settings = lazy(() => import('./Settings').then((file) => ({ default: file.Settings })));
const Profile = lazy(() => import('./Profile').then((file) => ({ default: file.Profile })));
const WorkspacePage = lazy(() => import('./WorkspacePage').then((file) => ({ default: file.WorkspacePage })));
const Users = lazy(() => import('./Users').then((file) => ({ default: file.Users })));
const Departments = lazy(() => import('./Departments').then((file) => ({ default: file.Departments })));
const MqlDefinitions = lazy(() => import('../qualification/MqlDefinitions').then((file) => ({ default: file.MqlDefinitions })));
const CalendarPage = lazy(() => import('../calendar/CalendarPage').then((file) => ({ default: file.CalendarPage })));
const CustomFields = lazy(() => import('../fields/CustomFields').then((file) => ({ default: file.CustomFields })));
const Survivorship = lazy(() => import('../fields/Survivorship').then((file) => ({ default: file.Survivorship })));
const KnownParties = lazy(() => import('../duplicates/KnownParties').then((file) => ({ default: file.KnownParties })));
const Privacy = lazy(() => import('../consent/Privacy').then((file) => ({ default: file.Privacy })));
const WecomSettings = lazy(() => import('../wecom/WecomSettings').then((file) => ({ default: file.WecomSettings })));
const MailSettings = lazy(() => import('../messaging/MailSettings').then((file) => ({ default: file.MailSettings })));
const Keys = lazy(() => import('./Keys').then((file) => ({ default: file.Keys })));
const BaiduAccounts = lazy(() => import('../baidu/BaiduAccounts').then((file) => ({ default: file.BaiduAccounts })));
const Audit = lazy(() => import('./Audit').then((file) => ({ default: file.Audit })));

export const publicRoutes: RouteObject[] = [
  { path: '/login', element: <Login /> },
  { path: '/setup', element: <Setup /> },
];

export const routes: RouteObject[] = [
  {
    path: '/settings',
    element: <Settings />,
    children: [
      { path: 'profile', element: <Profile /> },
      { path: 'workspace', element: <Guard need="settings.read"><WorkspacePage /></Guard> },
      { path: 'users', element: <Guard need="users.edit"><Users /></Guard> },
      { path: 'departments', element: <Guard need="settings.read"><Departments /></Guard> },
      { path: 'calendar', element: <Guard need="settings.read"><CalendarPage /></Guard> },
      { path: 'mql', element: <Guard need="leads.read"><MqlDefinitions /></Guard> },
      { path: 'fields', element: <Guard need="settings.read"><CustomFields /></Guard> },
      { path: 'survivorship', element: <Guard need="settings.read"><Survivorship /></Guard> },
      { path: 'known-parties', element: <Guard need="leads.read"><KnownParties /></Guard> },
      { path: 'privacy', element: <Guard need="privacy.edit"><Privacy /></Guard> },
      { path: 'wecom', element: <Guard need="settings.read"><WecomSettings /></Guard> },
      { path: 'mail', element: <Guard need="settings.read"><MailSettings /></Guard> },
      { path: 'keys', element: <Guard need="keys.edit"><Keys /></Guard> },
      { path: 'baidu', element: <Guard need="settings.read"><BaiduAccounts /></Guard> },
      { path: 'audit', element: <Guard need="audit.read"><Audit /></Guard> },
    ],
  },
];
