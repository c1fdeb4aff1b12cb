import type { RouteObject } from 'react-router';
import { Login } from './Login';
import { Setup } from './Setup';

export const publicRoutes: RouteObject[] = [
  { path: '/login', element: <Login /> },
  { path: '/setup', element: <Setup /> },
];

export const routes: RouteObject[] = [];
