import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Segments = lazy(() => import('./Segments').then((file) => ({ default: file.Segments })));
const SegmentEditor = lazy(() => import('./SegmentEditor').then((file) => ({ default: file.SegmentEditor })));

export const routes: RouteObject[] = [
  { path: '/segments', element: <Guard need="leads.read"><Segments /></Guard> },
  { path: '/segments/new', element: <Guard need="segments.edit"><SegmentEditor /></Guard> },
  { path: '/segments/:id', element: <Guard need="leads.read"><SegmentEditor /></Guard> },
];
