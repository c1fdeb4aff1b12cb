import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { Guard } from '../app/Guard';

const Events = lazy(() => import('./Events').then((file) => ({ default: file.Events })));
const EventPage = lazy(() => import('./EventPage').then((file) => ({ default: file.EventPage })));
const Attendees = lazy(() => import('./Attendees').then((file) => ({ default: file.Attendees })));
const CheckIn = lazy(() => import('./CheckIn').then((file) => ({ default: file.CheckIn })));

export const routes: RouteObject[] = [
  { path: '/events', element: <Guard need="campaigns.read"><Events /></Guard> },
  { path: '/events/new', element: <Guard need="campaigns.edit"><EventPage /></Guard> },
  { path: '/events/:id', element: <Guard need="campaigns.read"><EventPage /></Guard> },
  { path: '/events/:id/attendees', element: <Guard need="leads.read"><Attendees /></Guard> },
  { path: '/events/:id/check-in', element: <Guard need="leads.edit"><CheckIn /></Guard> },
];
