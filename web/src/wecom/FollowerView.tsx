import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../common/api/client';
import { RelativeTime } from '../common/RelativeTime';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { RecordSection } from '../common/templates/RecordSection';
import { useNarrow } from '../common/useNarrow';
import type { Follower } from './model';
import { useFollowerMoves } from './wecom';

interface FollowerViewProps {
  id: string | null;
  nameOf: (follower: Follower) => string;
  onClose: () => void;
}

/** What a half-private contact did, and the lead that came of it. */
export function FollowerView({ id, nameOf, onClose }: FollowerViewProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const query = useQuery({
    queryKey: ['/wecom/followers', id],
    queryFn: ({ signal }) => api.get<Follower>(`/wecom/followers/${id}`, {}, signal),
    enabled: id !== null,
  });
  const moves = useFollowerMoves(id);
  const follower = query.data;

  let body;
  const error = query.error ?? moves.error;
  if (error) body = <ErrorState error={error} onRetry={() => void Promise.all([query.refetch(), moves.refetch()])} />;
  else if (!follower || !moves.data) body = <LoadingState rows={5} />;
  else
    body = (
      <>
        <RecordSection title={t('common.record.facts')}>
          <dl className="lw-pairs">
            <dt>{t('wecom.follower.source')}</dt>
            <dd>{t(`wecom.source.${follower.source}`)}</dd>
            {follower.remark && (
              <>
                <dt>{t('wecom.follower.remark')}</dt>
                <dd>{follower.remark}</dd>
              </>
            )}
            <dt>{t('wecom.follower.followedAt')}</dt>
            <dd><RelativeTime at={follower.followedAt} /></dd>
            {!follower.following && (
              <>
                <dt>{t('wecom.follower.leftAt')}</dt>
                <dd><RelativeTime at={follower.leftAt} /></dd>
              </>
            )}
            <dt>{t('wecom.follower.lead')}</dt>
            <dd>
              {follower.leadId ? (
                <Link to={`/leads/${follower.leadId}`}>
                  {follower.leadBy ? t(`wecom.follower.by.${follower.leadBy}`) : t('wecom.follower.isLead')}
                </Link>
              ) : (
                t('wecom.follower.becomes')
              )}
            </dd>
          </dl>
        </RecordSection>
        <RecordSection title={t('common.record.timeline')}>
          {moves.data.length === 0 ? (
            <p className="lw-muted">{t('wecom.follower.noMoves')}</p>
          ) : (
            <ul className="lw-rows">
              {moves.data.map((move) => (
                <li key={move.id}>
                  <span>
                    {t(`wecom.move.${move.move}`)}
                    {(move.what ?? move.code) && <div className="lw-muted">{move.what ?? move.code}</div>}
                  </span>
                  <RelativeTime at={move.at} />
                </li>
              ))}
            </ul>
          )}
        </RecordSection>
      </>
    );

  return (
    <Drawer open={id !== null} onClose={onClose} size={narrow ? '100%' : 460} title={follower ? nameOf(follower) : ''} destroyOnHidden>
      {body}
    </Drawer>
  );
}
