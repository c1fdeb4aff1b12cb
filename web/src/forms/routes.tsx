import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Forms = lazy(() => import('./Forms').then((file) => ({ default: file.Forms })));
const FormBuilder = lazy(() => import('./builder/FormBuilder').then((file) => ({ default: file.FormBuilder })));
const FormSubmissions = lazy(() => import('./FormSubmissions').then((file) => ({ default: file.FormSubmissions })));
const FormReport = lazy(() => import('./FormReport').then((file) => ({ default: file.FormReport })));

export const routes: RouteObject[] = [
  { path: '/forms', element: <Guard need="campaigns.read"><Forms /></Guard> },
  { path: '/forms/:id', element: <Guard need="campaigns.read"><FormBuilder /></Guard> },
  { path: '/forms/:id/submissions', element: <Guard need="leads.read"><FormSubmissions /></Guard> },
  { path: '/forms/:id/report', element: <Guard need="campaigns.read"><FormReport /></Guard> },
];
