import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Sites = lazy(() => import('./Sites').then((file) => ({ default: file.Sites })));
const SitePage = lazy(() => import('./SitePage').then((file) => ({ default: file.SitePage })));

export const routes: RouteObject[] = [
  { path: '/sites', element: <Guard need="campaigns.read"><Sites /></Guard> },
  { path: '/sites/:id', element: <Guard need="campaigns.read"><SitePage /></Guard> },
];
