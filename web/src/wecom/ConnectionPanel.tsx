import { App, Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { RelativeTime } from '../common/RelativeTime';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { CheckResult } from './CheckResult';
import { ColleagueTable } from './ColleagueTable';
import { CopyLine } from './CopyLine';
import type { Connection } from './model';
import { useCheckConnection, useCompareContacts, useRemoveConnection, useRetryCallbacks } from './wecom';

interface ConnectionPanelProps {
  connection: Connection;
  onEdit: () => void;
}

/** One connection: where it is called back, whether it works, what came and what did not. */
export function ConnectionPanel({ connection, onEdit }: ConnectionPanelProps) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const mayEdit = useCan()('settings.edit');
  const failed = useFailure();
  const check = useCheckConnection();
  const retry = useRetryCallbacks();
  const compare = useCompareContacts();
  const remove = useRemoveConnection();
  const { reception } = connection;

  const ask = () =>
    modal.confirm({
      title: t('wecom.connection.removeTitle', { name: connection.name }),
      content: t('wecom.connection.removeHint'),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      cancelText: t('common.cancel'),
      onOk: () => remove.mutateAsync(connection.id).then(() => undefined, failed),
    });

  return (
    <div className="lw-panel">
      <header className="lw-connection-head">
        <div>
          <h2>
            {connection.name}{' '}
            <Tag variant="filled" className="lw-tag">{t(`wecom.kind.${connection.kind}`)}</Tag>{' '}
            {!connection.active && <Tag className="lw-tag">{t('wecom.connection.off')}</Tag>}
          </h2>
          <span className="lw-muted">{connection.appId}</span>
        </div>
        {mayEdit && (
          <span className="lw-actions">
            <Button
              type="primary"
              loading={check.isPending}
              disabled={!connection.hasSecret}
              title={connection.hasSecret ? undefined : t('wecom.check.noSecret')}
              onClick={() => check.mutate(connection.id, { onError: failed })}
            >
              {t('wecom.check.test')}
            </Button>
            <Button onClick={onEdit}>{t('common.edit')}</Button>
            <Button onClick={ask}>{t('common.delete')}</Button>
          </span>
        )}
      </header>
      {connection.callbackPath && (
        <RecordSection title={t('wecom.callback.title')}>
          <CopyLine text={`${location.origin}${connection.callbackPath}`} label={t('wecom.callback.title')} />
          <p className="lw-muted lw-note">{t(`wecom.callback.hint.${connection.kind}`)}</p>
          <dl className="lw-pairs">
            <dt>{t('wecom.callback.greeted')}</dt>
            <dd>{connection.greetedAt ? <RelativeTime at={connection.greetedAt} /> : t('wecom.callback.never')}</dd>
            <dt>{t('wecom.callback.last')}</dt>
            <dd>{reception.lastReceivedAt ? <RelativeTime at={reception.lastReceivedAt} /> : t('wecom.callback.nothing')}</dd>
            <dt>{t('wecom.callback.taken')}</dt>
            <dd>
              {t('wecom.callback.counts', { done: formatNumber(reception.done), waiting: formatNumber(reception.waiting), unknown: formatNumber(reception.unknown) })}
              {reception.failed > 0 && <span className="lw-danger"> · {t('wecom.callback.failed', { shown: formatNumber(reception.failed) })}</span>}
            </dd>
            {reception.problem && (
              <>
                <dt>{t('wecom.callback.problem')}</dt>
                <dd>
                  {reception.problem}{' '}
                  {mayEdit && (
                    <Button size="small" loading={retry.isPending} onClick={() => retry.mutate(connection.id, { onSuccess: () => void message.success(t('wecom.callback.retried')), onError: failed })}>
                      {t('wecom.callback.retry')}
                    </Button>
                  )}
                </dd>
              </>
            )}
            {reception.refusals.map((refusal) => (
              <RefusalLine key={refusal.reason} refusal={refusal} />
            ))}
          </dl>
        </RecordSection>
      )}
      {connection.checked && (
        <RecordSection title={t('wecom.check.title')}>
          <CheckResult checkup={connection.checked} />
        </RecordSection>
      )}
      {connection.kind === 'wecom' && (
        <>
          <RecordSection title={t('wecom.compare.title')}>
            <p className="lw-muted lw-note">{t('wecom.compare.hint')}</p>
            <span className="lw-actions">
              {mayEdit && (
                <Button
                  size="small"
                  loading={compare.isPending || reception.comparing}
                  disabled={!connection.hasSecret}
                  onClick={() => compare.mutate(connection.id, { onSuccess: () => void message.success(t('wecom.compare.begun')), onError: failed })}
                >
                  {t('wecom.compare.now')}
                </Button>
              )}
              {reception.comparedAt && <span className="lw-muted">{t('wecom.compare.last')} <RelativeTime at={reception.comparedAt} /></span>}
            </span>
          </RecordSection>
          <ColleagueTable connection={connection} />
        </>
      )}
    </div>
  );
}

function RefusalLine({ refusal }: { refusal: { reason: string; count: number; last: string } }) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{t('wecom.refusal.title')}</dt>
      <dd>
        {t(`wecom.refusal.${refusal.reason}`)}{' '}
        <span className="lw-muted">
          {t('wecom.refusal.times', { count: refusal.count })} · <RelativeTime at={refusal.last} />
        </span>
      </dd>
    </>
  );
}
