import { App, Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCampaignOptions } from '../campaigns/campaigns';
import { channelPath, useChannels } from '../campaigns/channels';
import { DASH, formatNumber } from '../common/format/numbers';
import { formatDay } from '../common/format/time';
import { RecordDrawer } from '../common/templates/RecordDrawer';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { CodeDesigner } from './CodeDesigner';
import { LinkDays } from './LinkDays';
import { LinkState } from './LinkState';
import { draftOf, type ShortLink, useLink, useSaveLink } from './links';
import { Sendings } from './Sendings';

interface LinkRecordProps {
  id: string | null;
  onClose: () => void;
  onEdit: (link: ShortLink) => void;
}

/** A link: its addresses, what came of it, its code to print. */
export function LinkRecord({ id, onClose, onEdit }: LinkRecordProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayEdit = useCan()('campaigns.edit');
  const channels = useChannels().data ?? [];
  const campaigns = useCampaignOptions().data ?? [];
  const query = useLink(id);
  const save = useSaveLink();
  const failed = useFailure();
  const link = query.data;
  const pair = (label: string, value: React.ReactNode) => (
    <>
      <dt>{label}</dt>
      <dd>{value || <span className="lw-muted">{DASH}</span>}</dd>
    </>
  );
  const copied = { tooltips: [t('common.copy'), t('common.copied')] };
  const turn = (one: ShortLink) =>
    save.mutate(
      { id: one.id, draft: { ...draftOf(one), enabled: !one.enabled } },
      { onSuccess: () => void message.success(t(one.enabled ? 'links.turnedOff' : 'links.turnedOn')), onError: failed },
    );

  return (
    <RecordDrawer
      open={id !== null}
      onClose={onClose}
      loading={!link}
      error={link ? null : query.error}
      onRetry={() => void query.refetch()}
      title={link?.name}
      subtitle={link && [link.createdBy, formatDay(link.createdAt)].join(' · ')}
      marks={
        link && (
          <>
            <LinkState link={link} />
            {mayEdit && <Button size="small" onClick={() => onEdit(link)}>{t('common.edit')}</Button>}
            {mayEdit && <Button size="small" loading={save.isPending} onClick={() => turn(link)}>{t(link.enabled ? 'links.turnOff' : 'links.turnOn')}</Button>}
          </>
        )
      }
      facts={
        link && (
          <RecordSection title={t('common.record.facts')}>
            <dl className="lw-pairs">
              {pair(t('links.address'), <Typography.Text copyable={copied} className="lw-link-whole">{link.address}</Typography.Text>)}
              {pair(t('links.target'), <Typography.Text copyable={copied} className="lw-link-whole">{link.target}</Typography.Text>)}
              {pair(t('common.field.channel'), channelPath(channels, link.channelId))}
              {pair(t('common.field.campaign'), campaigns.find((one) => one.id === link.campaignId)?.name)}
              {pair(t('links.content'), link.content)}
              {pair(t('links.plan'), link.plan)}
              {pair(t('links.unit'), link.unit)}
              {pair(t('links.keyword'), link.keyword)}
              {pair(t('links.expires'), formatDay(link.expiresAt))}
            </dl>
          </RecordSection>
        )
      }
      timelineLabel={t('links.result')}
      timeline={
        link && (
          <>
            <RecordSection title={t('links.result')}>
              <dl className="lw-link-figures">
                {(['clicks', 'scans', 'visitors'] as const).map((figure) => (
                  <div key={figure}>
                    <dt>{t(`links.${figure}`)}</dt>
                    <dd className="lw-num">{formatNumber(link.figures?.[figure])}</dd>
                  </div>
                ))}
                <div>
                  <dt>{t('common.field.leads')}</dt>
                  <dd className="lw-num">{formatNumber(link.figures?.leads)}</dd>
                </div>
              </dl>
              <LinkDays id={link.id} />
            </RecordSection>
            <Sendings link={link} />
          </>
        )
      }
      relations={link && <CodeDesigner link={link} />}
    />
  );
}
