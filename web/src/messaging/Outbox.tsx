import { App, Button, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { RelativeTime } from '../common/RelativeTime';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { type Message, MESSAGE_STATES, type MessageFilter, type MessageState, useMessages, useSendAgain } from './mail';
import { Purposes, usePurposeWord } from './Purposes';

const TONE: Record<MessageState, string> = {
  queued: 'default', sending: 'blue', sent: 'green', failed: 'red', unknown: 'gold', suppressed: 'default', expired: 'default',
};
const MARK: Record<MessageState, string> = { queued: '○', sending: '◐', sent: '✓', failed: '✕', unknown: '?', suppressed: '–', expired: '–' };

/** What waits to leave, what has left, and what did not; a person decides about sending again. */
export function Outbox({ counts }: { counts: Partial<Record<MessageState, number>> }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const failed = useFailure();
  const mayEdit = useCan()('settings.edit');
  const [state, setState] = useState<MessageState | 'all'>('all');
  const [narrowed, setNarrowed] = useState<MessageFilter>({});
  const word = usePurposeWord();
  const list = useMessages({ ...(state === 'all' ? {} : { state }), ...narrowed });
  const again = useSendAgain();
  const rows = list.data?.pages.flat() ?? [];
  const send = (id: string) => again.mutateAsync(id).then(() => void message.success(t('messaging.outbox.againDone')), failed);
  const repeat = (one: Message) =>
    one.state === 'unknown'
      ? modal.confirm({
          title: t('messaging.outbox.againSure'), content: t('messaging.outbox.againHint'),
          okText: t('messaging.outbox.again'), cancelText: t('common.cancel'), onOk: () => send(one.id),
        })
      : void send(one.id);

  return (
    <>
      <Purposes onPick={({ state: picked, ...rest }) => { setState(picked ?? 'all'); setNarrowed(rest); }} />
      <div className="lw-scroll">
        <Segmented
          value={state}
          onChange={setState}
          options={[
            { value: 'all' as const, label: t('messaging.outbox.all') },
            ...MESSAGE_STATES.filter((one) => counts[one]).map((one) => ({ value: one, label: `${t(`messaging.state.${one}`)} ${formatNumber(counts[one])}` })),
          ]}
        />
      </div>
      {narrowed.purpose && (
        <div className="lw-actions">
          <Tag closable onClose={() => setNarrowed({})} className="lw-tag">
            {word(narrowed.purpose)}
            {narrowed.clicked !== undefined && ` · ${t(narrowed.clicked ? 'messaging.outbox.clicked' : 'messaging.outbox.unclicked')}`}
          </Tag>
        </div>
      )}
      {list.isPending && <LoadingState />}
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <p className="lw-muted">{t('messaging.outbox.empty')}</p>}
      <ul className="lw-mail-list">
        {rows.map((one) => (
          <li key={one.id}>
            <div>
              <Tag color={TONE[one.state]} variant="filled" className="lw-tag"><span aria-hidden="true">{MARK[one.state]} </span>{t(`messaging.state.${one.state}`)}</Tag>
              <strong>{one.subject}</strong>
              <div className="lw-muted">
                {one.recipient} · {one.state === 'queued' && Date.parse(one.notBefore) > Date.now()
                  ? <>{t('messaging.outbox.due')} <RelativeTime at={one.notBefore} /></>
                  : <RelativeTime at={one.endedAt ?? one.createdAt} />}
                {one.clickedAt && <> · <span className="lw-mail-clicked">{t('messaging.outbox.clickedAt')} <RelativeTime at={one.clickedAt} />{one.clicks > 1 && ` (${t('messaging.outbox.clicks', { count: one.clicks })})`}</span></>}
                {one.attempts > 1 && ` · ${t('messaging.outbox.attempts', { count: one.attempts })}`}
              </div>
              {one.advice && <div>{one.advice}</div>}
              {one.answer && one.state !== 'sent' && <div className="lw-muted">{one.answer}</div>}
            </div>
            {mayEdit && (one.state === 'failed' || one.state === 'unknown') && (
              <Button size="small" loading={again.isPending} onClick={() => repeat(one)}>{t('messaging.outbox.again')}</Button>
            )}
          </li>
        ))}
      </ul>
      {list.hasNextPage && <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('messaging.outbox.more')}</Button>}
    </>
  );
}
