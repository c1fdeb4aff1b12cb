import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Duplicates = lazy(() => import('./Duplicates').then((file) => ({ default: file.Duplicates })));

export const routes: RouteObject[] = [
  { path: '/duplicates', element: <Guard need="leads.merge"><Duplicates /></Guard> },
];
