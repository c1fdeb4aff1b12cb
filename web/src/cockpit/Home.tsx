import { Navigate } from 'react-router';
import { allowedPlaces } from '../app/places';
import { useCan } from '../workspace/session';
import { Cockpit } from './Cockpit';

/** The cockpit for those who read reports; everybody else starts at the first page that is theirs. */
export function Home() {
  const can = useCan();
  if (can('reports.read')) return <Cockpit />;
  return <Navigate to={allowedPlaces(can)[0]?.places[0]?.path ?? '/settings'} replace />;
}
