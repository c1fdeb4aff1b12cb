import { App, Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import { formatMinute } from '../common/format/time';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { sourceWord } from './sourceWord';

interface Source {
  id: string;
  source: string;
  file?: string | null;
  row?: number | null;
  at: string;
  decision: 'new' | 'key' | 'verified' | 'match' | 'manual' | 'merge';
  told: Record<string, string>;
  separable: boolean;
}

/** What told of this person, why it is taken for theirs, and the way to say that it is somebody else's. */
export function LeadSources({ leadId }: { leadId: string }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const can = useCan();
  const failed = useFailure();
  const sources = useQuery({
    queryKey: ['/leads', leadId, 'sources'],
    queryFn: ({ signal }) => api.get<Source[]>(`/leads/${leadId}/sources`, {}, signal),
  }).data ?? [];
  if (sources.length < 2) return null;
  const separate = (source: Source) =>
    modal.confirm({
      title: t('leads.sources.separateAsk', { source: sourceWord(source, t) }),
      content: t('leads.sources.separateHint'),
      okText: t('leads.sources.separate'),
      cancelText: t('common.cancel'),
      onOk: () =>
        api
          .post<{ leadId: string }>(`/leads/${leadId}/sources/${source.id}/separate`)
          .finally(() => queryClient.invalidateQueries({ predicate: ({ queryKey: [first] }) => typeof first === 'string' && first.startsWith('/leads') }))
          .then(({ leadId: other }) => {
            void message.success(t('leads.sources.separated'));
            void navigate(`/leads/${other}`);
          }, failed),
    });
  return (
    <RecordSection title={t('leads.sources.title', { count: sources.length })}>
      <ul className="lw-merges">
        {sources.map((source) => (
          <li key={source.id}>
            <div>
              {sourceWord(source, t)}
              <div className="lw-fact-source">{formatMinute(source.at)} · {t(`leads.sources.because.${source.decision}`)}</div>
              <div className="lw-muted">{Object.values(source.told).join(' · ')}</div>
            </div>
            {can('leads.merge') && source.separable && (
              <Button size="small" aria-label={t('leads.sources.separateOne', { source: sourceWord(source, t) })} onClick={() => separate(source)}>
                {t('leads.sources.separate')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </RecordSection>
  );
}
