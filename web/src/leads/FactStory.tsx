import { Button, Drawer, Tag } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../common/api/client';
import { formatMinute } from '../common/format/time';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { useNarrow } from '../common/useNarrow';
import { ShownValue } from '../fields/ShownValue';
import type { ProfileField } from '../fields/model';
import { useCan } from '../workspace/session';
import { sourceWord } from './sourceWord';

export interface ToldOnce {
  recordId: string;
  value: string;
  source: string;
  file: string | null;
  row: number | null;
  by?: string | null;
  at: string;
  state: 'shown' | 'kept' | 'replaced' | 'withdrawn';
  chosen: boolean;
}

interface Story {
  field: string;
  why?: string | null;
  rule: string;
  values: ToldOnce[];
}

interface FactStoryProps {
  /** Of a lead or a company. */
  of: `/leads/${string}` | `/companies/${string}`;
  /** The server's word for the field, and what the reader calls it. */
  field: { word: string; label: string; known?: ProfileField | undefined } | null;
  onClose: () => void;
  onChoose: (value: ToldOnce) => void;
}

/** Every value a field ever had: who told it when, which is shown and why; another may be chosen. */
export function FactStory({ of, field, onClose, onChoose }: FactStoryProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const mayEdit = useCan()('leads.edit');
  const path = `${of}/facts/${field?.word ?? ''}`;
  const query = useQuery({ queryKey: [path], queryFn: ({ signal }) => api.get<Story>(path, {}, signal), enabled: field !== null });
  const story = query.data;
  const company = of.startsWith('/companies');
  const why = story?.why === 'usual' && company ? 'usualCompany' : story?.why;
  let body = <LoadingState rows={4} />;
  if (query.isError) body = <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  else if (story)
    body = (
      <>
        <p className="lw-muted">{why ? t(`fields.story.why.${why}`) : t('fields.story.none')}</p>
        <ul className="lw-story">
          {story.values.map((told) => (
            <li key={told.recordId}>
              <div className="lw-story-value">
                <strong>{told.value === '' ? <em>{t('fields.story.emptied')}</em> : field?.known ? <ShownValue field={field.known} value={told.value} /> : told.value}</strong>
                <Tag {...(told.state === 'shown' ? { color: 'success' } : {})}>{t(`fields.story.state.${told.state}`)}</Tag>
              </div>
              <div className="lw-muted">
                {[sourceWord(told, t), told.by && t('fields.story.by', { name: told.by }), formatMinute(told.at)].filter(Boolean).join(' · ')}
              </div>
              {mayEdit && told.state !== 'shown' && told.value !== '' && (
                <Button size="small" onClick={() => onChoose(told)}>{t('fields.story.choose')}</Button>
              )}
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <Drawer open={field !== null} onClose={onClose} title={field && t('fields.story.title', { field: field.label })} size={narrow ? '100%' : 420} destroyOnHidden>
      {body}
    </Drawer>
  );
}
