import { Alert, App, Button, Drawer, Spin } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { channelPath, useChannels } from '../campaigns/channels';
import { formatNumber, formatRate, ratio } from '../common/format/numbers';
import { formatDay } from '../common/format/time';
import { RelativeTime } from '../common/RelativeTime';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { useNarrow } from '../common/useNarrow';
import { useCan, useSession } from '../workspace/session';
import { CodeStatusTag } from './CodeStatusTag';
import { CopyLine } from './CopyLine';
import type { Code } from './model';
import { QrPicture } from './QrPicture';
import { useCode, useCodeAction, useColleagues, useSimulateScan, useWelcomes } from './wecom';
import { WelcomePreview } from './WelcomePreview';

interface CodeViewProps {
  id: string | null;
  onClose: () => void;
  onEdit: (code: Code) => void;
}

/** One code: to be shown, printed, copied; what came of it; whether its welcome was said. */
export function CodeView({ id, onClose, onEdit }: CodeViewProps) {
  const narrow = useNarrow();
  const query = useCode(id);
  const code = query.data;
  return (
    <Drawer open={id !== null} onClose={onClose} size={narrow ? '100%' : 520} title={code?.name ?? ''} destroyOnHidden>
      {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : code ? <CodeBody code={code} onEdit={onEdit} /> : <LoadingState />}
    </Drawer>
  );
}

function CodeBody({ code, onEdit }: { code: Code; onEdit: (code: Code) => void }) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const can = useCan();
  const demo = useSession().data?.demo ?? false;
  const failed = useFailure();
  const action = useCodeAction();
  const scan = useSimulateScan();
  const channels = useChannels().data ?? [];
  const colleagues = useColleagues(code.users.length > 0 ? code.connectionId : null).data ?? [];
  const mayEdit = can('campaigns.edit');
  const names = code.users.map((user) => colleagues.find((one) => one.userId === user)?.name ?? user);

  const end = () =>
    modal.confirm({
      title: t('wecom.code.endTitle', { name: code.name }),
      content: t(`wecom.code.endHint.${code.kind}`),
      okText: t('wecom.code.end'),
      okButtonProps: { danger: true },
      cancelText: t('common.cancel'),
      onOk: () => action.mutateAsync({ id: code.id, deed: 'end' }).then(() => undefined, failed),
    });
  const facts: [string, ReactNode][] = [
    [t('wecom.code.kind'), t(`wecom.codeKind.${code.kind}`)],
    [t('common.field.channel'), channelPath(channels, code.channelId) ?? t('common.filter.none')],
    ...(names.length > 0 ? [[t('wecom.code.users'), names.join('、')] as [string, ReactNode]] : []),
    ...(code.users.length > 0 ? [[t('wecom.code.skipVerify'), t(code.skipVerify ? 'common.yes' : 'common.no')] as [string, ReactNode]] : []),
    [t('wecom.code.state'), <code key="state">{code.state}</code>],
    [t('wecom.code.createdAt'), <RelativeTime key="at" at={code.createdAt} />],
  ];

  return (
    <>
      <div className="lw-record-marks">
        <CodeStatusTag status={code.status} />
        {mayEdit && code.status !== 'ended' && (
          <span className="lw-actions">
            <Button size="small" onClick={() => onEdit(code)}>{t('common.edit')}</Button>
            <Button size="small" onClick={end}>{t('wecom.code.end')}</Button>
            {demo && code.status === 'live' && code.kind !== 'mini' && (
              <Button size="small" type="primary" loading={scan.isPending} onClick={() => scan.mutate(code.id, { onSuccess: () => void message.success(t('wecom.demo.done')), onError: failed })}>
                {t('wecom.demo.scan')}
              </Button>
            )}
          </span>
        )}
      </div>
      {code.problem && (
        <Alert
          type={code.status === 'making' ? 'info' : 'warning'}
          showIcon
          style={{ marginTop: 12 }}
          title={code.problem}
          action={
            mayEdit && code.status !== 'ended' && (
              <Button size="small" loading={action.isPending} onClick={() => action.mutate({ id: code.id, deed: 'retry' }, { onError: failed })}>
                {t('common.retry')}
              </Button>
            )
          }
        />
      )}
      {code.status === 'making' && !code.problem && <Spin />}
      <Show code={code} onRenew={mayEdit ? () => action.mutate({ id: code.id, deed: 'retry' }, { onError: failed }) : undefined} />
      <RecordSection title={t('wecom.figure.title')}>
        <Figures code={code} />
      </RecordSection>
      <RecordSection title={t('common.record.facts')}>
        <dl className="lw-pairs">
          {facts.map(([label, value]) => [<dt key={label}>{label}</dt>, <dd key={`${label}-value`}>{value}</dd>])}
        </dl>
      </RecordSection>
      {code.kind !== 'mini' && (
        <RecordSection title={t('wecom.welcome.title')}>
          {code.welcome ? <WelcomePreview message={code.welcome} /> : <p className="lw-muted">{t('wecom.welcome.none')}</p>}
          {code.welcome && <LastWelcomes id={code.id} />}
        </RecordSection>
      )}
    </>
  );
}

/** What a visitor opens or scans. */
function Show({ code, onRenew }: { code: Code; onRenew: (() => void) | undefined }) {
  const { t } = useTranslation();
  if (code.status === 'ended' || (!code.url && !code.hasPicture && !code.scheme)) return null;
  return (
    <RecordSection title={t(code.kind === 'link' || code.kind === 'mini' ? 'wecom.code.linkAndQr' : 'wecom.code.qr')}>
      <QrPicture code={code} />
      {code.kind === 'link' && code.url && <CopyLine text={code.url} label={t('wecom.codeKind.link')} />}
      {code.kind === 'mini' && (
        <dl className="lw-pairs" style={{ marginTop: 12 }}>
          {code.url && (
            <>
              <dt>{t('wecom.mini.url')}</dt>
              <dd>
                <CopyLine text={code.url} label={t('wecom.mini.url')} />
                <div className="lw-muted">
                  {t('wecom.mini.until', { day: formatDay(code.expiresAt) })}{' '}
                  {onRenew && <Button type="link" size="small" onClick={onRenew}>{t('wecom.mini.renew')}</Button>}
                </div>
              </dd>
            </>
          )}
          {code.scheme && (
            <>
              <dt>{t('wecom.mini.scheme')}</dt>
              <dd>
                <CopyLine text={code.scheme} label={t('wecom.mini.scheme')} />
                <div className="lw-muted">{t('wecom.mini.schemeHint')}</div>
              </dd>
            </>
          )}
        </dl>
      )}
    </RecordSection>
  );
}

function Figures({ code }: { code: Code }) {
  const { t } = useTranslation();
  const can = useCan();
  const { figures } = code;
  if (code.kind === 'mini') return <p className="lw-muted">{t('wecom.figure.mini')}</p>;
  const shown: [string, ReactNode][] = [
    [t(`wecom.figure.clicks.${code.kind}`), formatNumber(figures.clicks)],
    [t(`wecom.figure.added.${code.kind === 'follow' ? 'follow' : 'contact'}`), formatNumber(figures.added)],
    [t('common.field.leads'), formatNumber(figures.leads)],
    [t('wecom.figure.leftSoon'), `${formatNumber(figures.leftSoon)} (${formatRate(ratio(figures.leftSoon, figures.added))})`],
    [t('wecom.figure.left'), formatNumber(figures.left)],
    [t('wecom.figure.welcomed'), formatNumber(figures.welcomed)],
  ];
  return (
    <>
      <dl className="lw-figures">
        {shown.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="lw-num">{value}</dd>
          </div>
        ))}
      </dl>
      {code.kind === 'way' && <p className="lw-muted lw-note">{t('wecom.figure.noScans')}</p>}
      {code.channelId && can('leads.read') && <Link to={`/leads?channel=${code.channelId}`}>{t('wecom.figure.seeLeads')}</Link>}
    </>
  );
}

/** Those that could not be said come with the reason; an unsaid welcome must not go unnoticed. */
function LastWelcomes({ id }: { id: string }) {
  const { t } = useTranslation();
  const welcomes = useWelcomes(id).data ?? [];
  const unsaid = welcomes.filter((one) => !['sent', 'waiting', 'sending'].includes(one.state));
  if (unsaid.length === 0) return null;
  return (
    <ul className="lw-rows">
      {unsaid.map((one) => (
        <li key={one.at}>
          <span>
            <strong>{t(`wecom.said.${one.state}`)}</strong>
            <div className="lw-muted">{one.problem ?? t(`wecom.saidHint.${one.state}`)}</div>
          </span>
          <RelativeTime at={one.at} />
        </li>
      ))}
    </ul>
  );
}
