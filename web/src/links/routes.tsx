import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Links = lazy(() => import('./Links').then((file) => ({ default: file.Links })));

export const routes: RouteObject[] = [
  { path: '/links', element: <Guard need="campaigns.read"><Links /></Guard> },
];
