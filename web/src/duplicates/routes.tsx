import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Duplicates = lazy(() => import('./Duplicates').then((file) => ({ default: file.Duplicates })));

const Check = lazy(() => import('./Check').then((file) => ({ default: file.Check })));

export const routes: RouteObject[] = [
  { path: '/duplicates', element: <Guard need="leads.merge"><Duplicates /></Guard> },
  { path: '/check', element: <Guard need="leads.read"><Check /></Guard> },
];
