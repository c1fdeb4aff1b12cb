import { useParams } from 'react-router';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import './content.css';
import { ItemEditor } from './ItemEditor';
import { useItem } from './items';

export function ItemPage() {
  const { id } = useParams();
  const item = useItem(id);
  if (id && item.isPending) return <LoadingState />;
  if (id && item.isError) return <ErrorState error={item.error} onRetry={() => void item.refetch()} />;
  return <ItemEditor key={id ?? 'new'} item={item.data ?? null} onReload={() => void item.refetch()} />;
}
