import { EditOutlined, FlagOutlined, SwapOutlined } from '../common/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../common/RelativeTime';
import { behaviourLine, landingPage, withoutBehaviour } from './behaviour';
import { detailLines } from './detailLines';
import type { TimelineItem, TimelineKind } from './model';
import { sourceWord } from './sourceWord';

const ICON: Record<TimelineKind, ReactNode> = {
  touch: <FlagOutlined />, stage: <SwapOutlined />, edit: <EditOutlined />,
};

export function TimelineEntry({ item }: { item: TimelineItem }) {
  const { t, i18n } = useTranslation();
  const word = (prefix: string, key: string) => (i18n.exists(`${prefix}.${key}`) ? t(`${prefix}.${key}`) : key);
  const title = {
    touch: () => word('leads.scene', item.subject),
    stage: () => t('leads.timeline.entered', { stage: word('common.stage', item.subject) }),
    edit: () =>
      item.subject === 'manual' || item.subject === 'typed' ? t('leads.timeline.typed') : t('leads.timeline.told', { source: sourceWord({ source: item.subject }, t) }),
  }[item.kind]();
  const detail = item.detail ?? {};
  const behaviour = behaviourLine(detail, t);
  const landing = landingPage(detail);
  const place = [item.channel, item.campaign, item.content].filter(Boolean);
  return (
    <li>
      <span className="lw-timeline-mark" title={t(`leads.timeline.kind.${item.kind}`)}>
        {ICON[item.kind]}
      </span>
      <div className="lw-timeline-body">
        <div>{title}</div>
        {place.length > 0 && <div className="lw-muted">{place.join(' · ')}</div>}
        {behaviour && <div className="lw-muted">{behaviour}</div>}
        {landing && <div className="lw-muted">{landing}</div>}
        {detailLines(withoutBehaviour(detail)).map(({ field, before, after }) => (
          <div key={field} className="lw-muted">
            {word('leads.field', field)}{t('leads.colon')}{before !== undefined && <><s>{before || t('common.filter.none')}</s> → </>}
            {(field === 'addWay' ? word('wecom.addWay', after) : after) || t('common.filter.none')}
          </div>
        ))}
        {item.actor && <div className="lw-muted">{item.actor}</div>}
      </div>
      <RelativeTime at={item.at} />
    </li>
  );
}
