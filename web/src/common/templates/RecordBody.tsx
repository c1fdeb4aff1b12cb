import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../useNarrow';
import { ErrorState, LoadingState } from './PageState';

export interface RecordBodyProps {
  loading: boolean;
  error?: Error | null;
  onRetry?: () => void;
  /** Who or what this is. */
  title: ReactNode;
  subtitle?: ReactNode;
  /** Stage, tags, owner: what must be seen without reading. */
  marks?: ReactNode;
  actions?: ReactNode;
  /** What is known. */
  facts: ReactNode;
  /** What happened. */
  timeline: ReactNode;
  /** Name of the middle column on a phone, where it is not a timeline. */
  timelineLabel?: string;
  /** What it belongs to. */
  relations: ReactNode;
}

/** The record template: head, facts on the left, timeline in the middle, relations on the right; three tabs on a phone. */
export function RecordBody(props: RecordBodyProps) {
  const { loading, error, onRetry, title, subtitle, marks, actions, facts, timeline, timelineLabel, relations } = props;
  const { t } = useTranslation();
  const narrow = useNarrow();

  if (error) return <ErrorState error={error} {...(onRetry ? { onRetry } : {})} />;
  if (loading) return <LoadingState rows={12} />;
  return (
    <>
      <header className="lw-record-head">
        <div className="lw-record-name">
          <h2>{title}</h2>
          {subtitle && <div className="lw-muted">{subtitle}</div>}
          {marks && <div className="lw-record-marks">{marks}</div>}
        </div>
        {actions && <div className="lw-actions">{actions}</div>}
      </header>
      {narrow ? (
        <Tabs
          items={[
            { key: 'timeline', label: timelineLabel ?? t('common.record.timeline'), children: timeline },
            { key: 'facts', label: t('common.record.facts'), children: facts },
            { key: 'relations', label: t('common.record.relations'), children: relations },
          ]}
        />
      ) : (
        <div className="lw-record">
          <aside>{facts}</aside>
          <main>{timeline}</main>
          <aside>{relations}</aside>
        </div>
      )}
    </>
  );
}
