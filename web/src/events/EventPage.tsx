import { useParams } from 'react-router';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { EventEditor } from './EventEditor';
import { useEventToEdit } from './events';

export function EventPage() {
  const { id } = useParams();
  const event = useEventToEdit(id);
  if (id && event.isPending) return <LoadingState />;
  if (id && event.isError) return <ErrorState error={event.error} onRetry={() => void event.refetch()} />;
  return <EventEditor key={id ?? 'new'} event={event.data ?? null} onReload={() => void event.refetch()} />;
}
