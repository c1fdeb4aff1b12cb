import { EditOutlined, FlagOutlined, FormOutlined, PayCircleOutlined, ScheduleOutlined, SwapOutlined, UploadOutlined } from '../common/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Money } from '../common/Money';
import { RelativeTime } from '../common/RelativeTime';
import { useCustomFields, useWords } from '../fields/fields';
import { fieldName } from '../fields/model';
import { shownText } from '../fields/shownText';
import { behaviourLine, landingPage, withoutBehaviour } from './behaviour';
import { detailLines } from './detailLines';
import type { TimelineItem, TimelineKind } from './model';
import { sourceWord } from './sourceWord';

const ICON: Record<TimelineKind, ReactNode> = {
  touch: <FlagOutlined />, stage: <SwapOutlined />, edit: <EditOutlined />, note: <FormOutlined />, task: <ScheduleOutlined />,
  message: <UploadOutlined />, deal: <PayCircleOutlined />,
};

interface TimelineEntryProps {
  item: TimelineItem;
  /** Whom it is about, in the story of a company. */
  about?: string | undefined;
}

export function TimelineEntry({ item, about }: TimelineEntryProps) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const fields = useCustomFields().data ?? [];
  const word = (prefix: string, key: string) => (i18n.exists(`${prefix}.${key}`) ? t(`${prefix}.${key}`) : key);
  const detail = item.detail ?? {};
  const said = typeof detail.text === 'string' ? detail.text : undefined;
  const title = {
    touch: () => word('leads.scene', item.subject),
    stage: () => t('leads.timeline.entered', { stage: word('common.stage', item.subject) }),
    edit: () =>
      item.subject === 'manual' || item.subject === 'typed' ? t('leads.timeline.typed') : t('leads.timeline.told', { source: sourceWord({ source: item.subject }, t) }),
    note: () => t(`leads.timeline.note.${item.subject}`),
    task: () => `${word('leads.timeline.task', String(detail.task))} · ${word('leads.timeline.taskState', item.subject)}`,
    message: () => t('leads.timeline.message', { state: word('leads.timeline.messageState', item.subject) }),
    deal: () => `${word('leads.timeline.deal', item.subject)}${t('leads.colon')}${String(detail.name ?? '')}`,
  }[item.kind]();
  const custom = (name: string) => fields.find((field) => fieldName(field) === name);
  const label = (name: string) => {
    const field = custom(name);
    return field ? words(field.label) : word('leads.field', name);
  };
  const value = (name: string, text: string) => {
    const field = custom(name);
    if (field) return shownText(field, text, words, { yes: t('fields.yes'), no: t('fields.no') }) ?? '';
    return name === 'addWay' ? word('wecom.addWay', text) : name === 'sourceClass' ? word('common.sourceClass', text) : text;
  };
  const behaviour = behaviourLine(detail, t);
  const landing = landingPage(detail);
  const place = [item.channel, item.campaign, item.content].filter(Boolean);
  const told = ['touch', 'stage', 'edit'].includes(item.kind) ? withoutBehaviour(detail) : rest(detail);
  return (
    <li>
      <span className="lw-timeline-mark" title={t(`leads.timeline.kind.${item.kind}`)}>
        {ICON[item.kind]}
      </span>
      <div className="lw-timeline-body">
        <div>
          {title}
          {about && item.leadId && <> · <Link to={`/leads?open=${item.leadId}`}>{about}</Link></>}
        </div>
        {said && <div style={{ whiteSpace: 'pre-wrap' }}>{said}</div>}
        {place.length > 0 && <div className="lw-muted">{place.join(' · ')}</div>}
        {behaviour && <div className="lw-muted">{behaviour}</div>}
        {landing && <div className="lw-muted">{landing}</div>}
        {typeof detail.amountFen === 'number' && item.kind === 'deal' && <div className="lw-muted"><Money fen={detail.amountFen} withUnit /></div>}
        {detailLines(told).map(({ field, before, after }) => (
          <div key={field} className="lw-muted">
            {label(field)}{t('leads.colon')}{before !== undefined && <><s>{before || t('common.filter.none')}</s> → </>}
            {value(field, after) || t('common.filter.none')}
          </div>
        ))}
        {item.actor && <div className="lw-muted">{item.actor}</div>}
      </div>
      <RelativeTime at={item.at} />
    </li>
  );
}

/** What is told in words of their own already. */
function rest(detail: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(detail).filter(([word]) => !['text', 'task', 'name', 'amountFen'].includes(word)));
}
