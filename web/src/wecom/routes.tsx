import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Codes = lazy(() => import('./Codes').then((file) => ({ default: file.Codes })));
const Followers = lazy(() => import('./Followers').then((file) => ({ default: file.Followers })));

export const routes: RouteObject[] = [
  { path: '/codes', element: <Guard need="campaigns.read"><Codes /></Guard> },
  { path: '/followers', element: <Guard need="leads.read"><Followers /></Guard> },
];
