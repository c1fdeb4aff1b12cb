import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Funnel = lazy(() => import('./Funnel').then((file) => ({ default: file.Funnel })));
const ChannelSheet = lazy(() => import('./ChannelSheet').then((file) => ({ default: file.ChannelSheet })));
const Touches = lazy(() => import('./Touches').then((file) => ({ default: file.Touches })));
const Durations = lazy(() => import('./Durations').then((file) => ({ default: file.Durations })));
const Problems = lazy(() => import('./Problems').then((file) => ({ default: file.Problems })));

export const routes: RouteObject[] = [
  { path: '/reports/funnel', element: <Guard need="reports.read"><Funnel /></Guard> },
  { path: '/reports/channels', element: <Guard need="reports.read"><ChannelSheet /></Guard> },
  { path: '/reports/touches', element: <Guard need="reports.read"><Touches /></Guard> },
  { path: '/reports/durations', element: <Guard need="reports.read"><Durations /></Guard> },
  { path: '/reports/problems', element: <Guard need="reports.read"><Problems /></Guard> },
];
