import { EditOutlined, FlagOutlined, PayCircleOutlined, SwapOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../common/RelativeTime';
import { detailLines } from './detailLines';
import type { TimelineItem, TimelineKind } from './model';

const ICON: Record<TimelineKind, ReactNode> = {
  touch: <FlagOutlined />, stage: <SwapOutlined />, edit: <EditOutlined />, deal: <PayCircleOutlined />,
};

export function TimelineEntry({ item }: { item: TimelineItem }) {
  const { t, i18n } = useTranslation();
  const scene = item.scene && i18n.exists(`leads.scene.${item.scene}`) ? t(`leads.scene.${item.scene}`) : null;
  const place = [scene, item.channel, item.campaign, item.content].filter((part) => part && part !== item.title);
  const label = (field: string) => (i18n.exists(`leads.field.${field}`) ? t(`leads.field.${field}`) : field);
  return (
    <li>
      <span className="lw-timeline-mark" title={t(`leads.timeline.kind.${item.kind}`)}>
        {ICON[item.kind]}
      </span>
      <div className="lw-timeline-body">
        <div>{item.title}</div>
        {place.length > 0 && <div className="lw-muted">{place.join(' · ')}</div>}
        {detailLines(item.detail).map(({ field, before, after }) => (
          <div key={field} className="lw-muted">
            {label(field)}{t('leads.colon')}{before !== undefined && <><s>{before || t('common.filter.none')}</s> → </>}
            {after || t('common.filter.none')}
          </div>
        ))}
        {item.actor && <div className="lw-muted">{item.actor}</div>}
      </div>
      <RelativeTime at={item.at} />
    </li>
  );
}
