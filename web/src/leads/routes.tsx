import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Leads = lazy(() => import('./Leads').then((file) => ({ default: file.Leads })));
const LeadPage = lazy(() => import('./LeadPage').then((file) => ({ default: file.LeadPage })));

export const routes: RouteObject[] = [
  { path: '/leads', element: <Guard need="leads.read"><Leads /></Guard> },
  { path: '/leads/:id', element: <Guard need="leads.read"><LeadPage /></Guard> },
];
