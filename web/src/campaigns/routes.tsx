import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Campaigns = lazy(() => import('./Campaigns').then((file) => ({ default: file.Campaigns })));

export const routes: RouteObject[] = [
  { path: '/campaigns', element: <Guard need="campaigns.read"><Campaigns /></Guard> },
];
