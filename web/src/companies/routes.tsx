import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Companies = lazy(() => import('./Companies').then((file) => ({ default: file.Companies })));

export const routes: RouteObject[] = [
  { path: '/companies', element: <Guard need="leads.read"><Companies /></Guard> },
];
