import { lazy } from 'react';
import type { RouteObject } from 'react-router';

const Home = lazy(() => import('./Home').then((file) => ({ default: file.Home })));

export const routes: RouteObject[] = [{ path: '/', element: <Home /> }];
