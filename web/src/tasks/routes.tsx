import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Tasks = lazy(() => import('./Tasks').then((file) => ({ default: file.Tasks })));

export const routes: RouteObject[] = [
  { path: '/tasks', element: <Guard need="leads.read"><Tasks /></Guard> },
];
