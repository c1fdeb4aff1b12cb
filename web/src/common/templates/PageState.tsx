import { Button, Empty, Result, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/ApiError';

export function LoadingState({ rows = 8 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className="lw-state" aria-busy="true" aria-label={t('common.loading')}>
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  );
}

interface EmptyStateProps {
  title: string;
  hint?: ReactNode;
  action?: ReactNode;
}

/** Says what would be here and what to do to have it. */
export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <div className="lw-state lw-empty">
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          <>
            <div className="lw-empty-title">{title}</div>
            {hint && <div className="lw-muted">{hint}</div>}
          </>
        }
      >
        {action}
      </Empty>
    </div>
  );
}

export function ErrorState({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { t } = useTranslation();
  const forbidden = error instanceof ApiError && error.status === 403;
  const missing = error instanceof ApiError && error.status === 404;
  return (
    <Result
      className="lw-state"
      status={forbidden ? '403' : missing ? '404' : 'warning'}
      title={forbidden ? t('common.error.forbidden') : missing ? t('common.error.missing') : t('common.error.title')}
      subTitle={error.message}
      extra={
        !forbidden && onRetry ? (
          <Button type="primary" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        ) : undefined
      }
    />
  );
}
