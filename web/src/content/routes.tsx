import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Content = lazy(() => import('./Content').then((file) => ({ default: file.Content })));
const ItemPage = lazy(() => import('./ItemPage').then((file) => ({ default: file.ItemPage })));
const Ranking = lazy(() => import('./Ranking').then((file) => ({ default: file.Ranking })));
const Plan = lazy(() => import('./Plan').then((file) => ({ default: file.Plan })));

export const routes: RouteObject[] = [
  { path: '/content', element: <Guard need="campaigns.read"><Content /></Guard> },
  { path: '/content/new', element: <Guard need="campaigns.edit"><ItemPage /></Guard> },
  { path: '/content/ranking', element: <Guard need="reports.read"><Ranking /></Guard> },
  { path: '/content/:id', element: <Guard need="campaigns.read"><ItemPage /></Guard> },
  { path: '/content-plan', element: <Guard need="campaigns.read"><Plan /></Guard> },
];
