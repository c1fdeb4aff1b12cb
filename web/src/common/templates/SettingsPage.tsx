import type { ReactNode } from 'react';
import { PageHead } from './PageHead';
import { ErrorState, LoadingState } from './PageState';

export interface SettingsPageProps {
  title: ReactNode;
  /** What this setting does and who feels it. */
  explain: ReactNode;
  actions?: ReactNode;
  loading?: boolean;
  error?: Error | null;
  onRetry?: () => void;
  children: ReactNode;
}

/** The settings template: explain, then edit; history and tests stand below in the children. */
export function SettingsPage({ title, explain, actions, loading, error, onRetry, children }: SettingsPageProps) {
  let body: ReactNode = children;
  if (error) body = <ErrorState error={error} {...(onRetry ? { onRetry } : {})} />;
  else if (loading) body = <LoadingState />;
  return (
    <section className="lw-settings-page">
      <PageHead title={title} hint={explain} actions={actions} />
      {body}
    </section>
  );
}
