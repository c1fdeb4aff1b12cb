import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Imports = lazy(() => import('./Imports').then((file) => ({ default: file.Imports })));
const ImportWizard = lazy(() => import('./ImportWizard').then((file) => ({ default: file.ImportWizard })));

export const routes: RouteObject[] = [
  { path: '/imports', element: <Guard need="imports.run"><Imports /></Guard> },
  { path: '/imports/:id', element: <Guard need="imports.run"><ImportWizard /></Guard> },
];
