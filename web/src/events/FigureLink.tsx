import { Link } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import { useCan } from '../workspace/session';
import type { AttendeeFigure, LeadwellEvent } from './model';

/** A figure of an event; it opens the people it counts, for who may see people. */
export function FigureLink({ event, figure }: { event: LeadwellEvent; figure: AttendeeFigure }) {
  const can = useCan();
  const count = formatNumber(event.figures[figure]);
  return event.publishedAt && can('leads.read') ? (
    <Link to={`/events/${event.id}/attendees?counted=${figure}`} onClick={(click) => click.stopPropagation()}>{count}</Link>
  ) : (
    <>{count}</>
  );
}
