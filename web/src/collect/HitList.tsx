import { useTranslation } from 'react-i18next';
import { formatDuration } from '../common/format/time';
import { RelativeTime } from '../common/RelativeTime';
import { ListCard } from '../common/templates/list/ListCard';
import { ListCards } from '../common/templates/list/ListCards';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { pathText } from './describe';
import type { Hit } from './model';
import { useNewestHits } from './sites';
import { useDescribe } from './useDescribe';

/** The newest hits as they come in, for whoever wants to see that it works. */
export function HitList({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const hits = useNewestHits(id, true);
  const describe = useDescribe();
  if (hits.isPending) return <LoadingState rows={3} />;
  if (hits.isError) return <ErrorState error={hits.error} onRetry={() => void hits.refetch()} />;
  const name = (hit: Hit) => (i18n.exists(`collect.hit.${hit.name}`) ? t(`collect.hit.${hit.name}`) : hit.name);
  const what = ({ facts }: Hit) =>
    facts.title || pathText(facts.url) || (facts.dwellMs != null ? `${formatDuration(facts.dwellMs / 1000)} · ${facts.depth ?? 0}%` : '');
  return (
    <ListCards
      rows={hits.data}
      rowKey={(hit) => hit.id}
      onOpen={undefined}
      card={(hit) => (
        <ListCard
          title={name(hit)}
          mark={<RelativeTime at={hit.receivedAt} />}
          lines={[what(hit), [describe.place(hit.facts.place), describe.device(hit.facts.device)].filter(Boolean).join(' · ')]}
        />
      )}
    />
  );
}
