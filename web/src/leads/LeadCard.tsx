import { useTranslation } from 'react-i18next';
import { formatDay } from '../common/format/time';
import { Money } from '../common/Money';
import { Parts } from '../common/Parts';
import { RelativeTime } from '../common/RelativeTime';
import { StageTag } from '../common/StageTag';
import { ListCard } from '../common/templates/list/ListCard';
import { Grade } from '../scoring/GradeTag';
import { LeadName } from './LeadName';
import type { LeadRow } from './model';
import { TagList } from './TagList';

/** A lead on a phone: who, where from, whose, and when last heard of. */
export function LeadCard({ lead }: { lead: LeadRow }) {
  const { t } = useTranslation();
  const owner = lead.owner ?? lead.sdr;
  return (
    <ListCard
      title={<LeadName lead={lead} />}
      mark={<>{lead.grade && <Grade grade={lead.grade} />}<StageTag stage={lead.stage} /></>}
      lines={[
        (lead.company || lead.title) && <Parts key="who" of={[lead.company, lead.title]} />,
        <Parts key="from" of={[lead.channel ?? t('common.unknown'), lead.campaign, formatDay(lead.firstContactAt)]} />,
        lead.tags.length > 0 && <TagList key="tags" tags={lead.tags} />,
      ]}
      figures={[
        ...(owner ? [{ label: lead.owner ? t('common.field.owner') : t('common.field.sdr'), value: <span className="lw-cut">{owner}</span> }] : []),
        { label: t('leads.field.lastTouchAt'), value: <RelativeTime at={lead.lastTouchAt} /> },
        ...(lead.revenueFen ? [{ label: t('common.field.revenue'), value: <Money fen={lead.revenueFen} withUnit /> }] : []),
      ]}
    />
  );
}
