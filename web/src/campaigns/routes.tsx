import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Campaigns = lazy(() => import('./Campaigns').then((file) => ({ default: file.Campaigns })));
const Channels = lazy(() => import('./Channels').then((file) => ({ default: file.Channels })));
const Sources = lazy(() => import('./Sources').then((file) => ({ default: file.Sources })));
const SpendList = lazy(() => import('./SpendList').then((file) => ({ default: file.SpendList })));
const Budget = lazy(() => import('./Budget').then((file) => ({ default: file.Budget })));

export const routes: RouteObject[] = [
  { path: '/campaigns', element: <Guard need="campaigns.read"><Campaigns /></Guard> },
  { path: '/channels', element: <Guard need="campaigns.read"><Channels /></Guard> },
  { path: '/channels/sources', element: <Guard need="campaigns.read"><Sources /></Guard> },
  { path: '/spend', element: <Guard need="campaigns.read"><SpendList /></Guard> },
  { path: '/spend/budget', element: <Guard need="campaigns.read"><Budget /></Guard> },
];
