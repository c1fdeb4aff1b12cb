import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import { RelativeTime } from '../common/RelativeTime';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { deviceOf } from './device';
import type { DeviceSession } from './model';

const KEY = ['/me/sessions'];

/** Where the account is signed in, so that a forgotten device can be signed out. */
export function MySessions() {
  const { t } = useTranslation();
  const failed = useFailure();
  const sessions = useQuery({ queryKey: KEY, queryFn: ({ signal }) => api.get<DeviceSession[]>('/me/sessions', {}, signal) });
  const end = useMutation({
    mutationFn: (id: string) => api.del(`/me/sessions/${id}`),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: KEY }),
    onError: failed,
  });

  if (sessions.isPending) return <LoadingState rows={2} />;
  if (sessions.isError) return <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />;
  return (
    <ul className="lw-rows">
      {sessions.data.map((session) => (
        <li key={session.id}>
          <div>
            <span title={session.userAgent}>{deviceOf(session.userAgent)}</span>{' '}
            {session.current && <Tag color="cyan" variant="filled">{t('workspace.profile.thisDevice')}</Tag>}
            <div className="lw-muted">
              {session.ip} · {t('workspace.profile.lastSeen')} <RelativeTime at={session.lastSeenAt} />
            </div>
          </div>
          {!session.current && (
            <Button size="small" loading={end.isPending && end.variables === session.id} onClick={() => end.mutate(session.id)}>
              {t('workspace.profile.signOutDevice')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
