import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Scoring = lazy(() => import('./Scoring').then((file) => ({ default: file.Scoring })));

export const routes: RouteObject[] = [
  { path: '/scoring', element: <Guard need="leads.read"><Scoring /></Guard> },
];
