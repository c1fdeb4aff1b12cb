import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatRate } from '../common/format/numbers';
import { formatDay } from '../common/format/time';
import { RecordSection } from '../common/templates/RecordSection';
import { ErrorState } from '../common/templates/PageState';
import { useCan } from '../workspace/session';
import type { ShortLink } from './links';
import { ReadersDrawer } from './ReadersDrawer';
import { SendingDrawer } from './SendingDrawer';
import { figureOf, openedShare, type Readers, type Sending, useSendings } from './sendings';

/** To whom the link was sent one by one, and what came of each sending. */
export function Sendings({ link }: { link: ShortLink }) {
  const { t } = useTranslation();
  const can = useCan();
  const list = useSendings(link.id);
  const [making, setMaking] = useState(false);
  const [drill, setDrill] = useState<{ id: string; which: Readers } | null>(null);
  const sendings = list.data ?? [];
  const figure = (sending: Sending, which: Readers, label: string, value: number) => (
    <div>
      <dt>{label}</dt>
      <dd className="lw-num">
        {can('leads.read') && value > 0 ? (
          <button type="button" className="lw-figure" aria-label={`${sending.name} ${label}`} onClick={() => setDrill({ id: sending.id, which })}>{formatNumber(value)}</button>
        ) : formatNumber(value)}
      </dd>
    </div>
  );

  return (
    <RecordSection
      title={t('links.sending.list')}
      extra={can('campaigns.edit') && can('leads.read') && (
        <Button size="small" disabled={!link.leads} onClick={() => setMaking(true)}>{t('links.sending.forGroup')}</Button>
      )}
    >
      {list.isError && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && sendings.length === 0 && <p className="lw-muted">{t('links.sending.none')}</p>}
      <ul className="lw-sendings">
        {sendings.map((one) => (
          <li key={one.id}>
            <div>
              <strong>{one.name}</strong>
              <div className="lw-muted">
                {[t(one.kind === 'mail' ? 'links.sending.byOutbox' : `links.way.${one.way}`), one.createdBy, formatDay(one.createdAt)].join(' · ')}
              </div>
            </div>
            <dl className="lw-link-figures">
              {figure(one, 'all', t('links.sending.sentTo'), one.readers)}
              {figure(one, 'opened', openedShare(one) === null ? t('links.sending.opened') : `${t('links.sending.opened')} ${formatRate(openedShare(one))}`, one.opened)}
              {figure(one, 'passed_on', t('links.sending.strangers'), one.strangers)}
              {one.kind === 'list' && figure(one, 'left_out', t('links.sending.out'), figureOf(one, 'left_out'))}
            </dl>
          </li>
        ))}
      </ul>
      <SendingDrawer open={making} onClose={() => setMaking(false)} link={link} />
      <ReadersDrawer
        linkId={link.id}
        sending={sendings.find((one) => one.id === drill?.id) ?? null}
        which={drill?.which ?? 'all'}
        onWhich={(which) => setDrill((before) => before && { ...before, which })}
        onClose={() => setDrill(null)}
      />
    </RecordSection>
  );
}
