import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFound } from './NotFound';
import { PageError } from './PageError';
import { RequireSession } from './RequireSession';
import { Shell } from './Shell';

interface RouteModule {
  routes?: RouteObject[];
  publicRoutes?: RouteObject[];
}

// Every module brings its own pages; the shell need not know them.
const modules = Object.values(import.meta.glob<RouteModule>('/src/*/routes.tsx', { eager: true }));

export function makeRouter() {
  return createBrowserRouter([
    {
      errorElement: <PageError />,
      children: [
        ...modules.flatMap((module) => module.publicRoutes ?? []),
        {
          element: <RequireSession />,
          children: [
            {
              element: <Shell />,
              children: [
                {
                  // A broken page leaves the menu standing.
                  errorElement: <PageError />,
                  children: [
                    ...modules.flatMap((module) => module.routes ?? []),
                    { path: '*', element: <NotFound /> },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ]);
}
