import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../common/format/time';
import { Money } from '../common/Money';
import { usePreferences } from '../common/preferences';
import { useFieldColumns } from '../fields/useFieldColumns';
import { RelativeTime } from '../common/RelativeTime';
import { StageTag } from '../common/StageTag';
import type { ListColumn } from '../common/templates/list/model';
import { GradeTag } from '../scoring/GradeTag';
import { spokenKey } from './leadCalled';
import { LeadName } from './LeadName';
import type { LeadRow } from './model';
import { TagList } from './TagList';
import { VerdictTag } from './VerdictTag';

export function useLeadColumns(): ListColumn<LeadRow>[] {
  const { t } = useTranslation();
  const { moneyUnit } = usePreferences();
  const own = useFieldColumns<LeadRow>('lead', 'person', 'company');
  const cut = (text: string | null | undefined) => <span className="lw-cut" title={text ?? ''}>{text}</span>;
  const company = (row: LeadRow) =>
    row.companyId ? <Link to={`/companies?open=${row.companyId}`} className="lw-cut lw-quiet" title={row.company ?? ''}>{row.company}</Link> : cut(row.company);
  return [
    { key: 'name', title: t('leads.field.name'), pinned: true, width: 130, render: (row) => <strong className="lw-name"><LeadName lead={row} /></strong> },
    { key: 'key', title: t('leads.field.key'), optional: true, render: (row) => cut(spokenKey(row.key)) },
    { key: 'company', title: t('common.field.company'), render: company },
    { key: 'title', title: t('leads.field.title'), optional: true, render: (row) => cut(row.title) },
    { key: 'stage', title: t('common.field.stage'), render: (row) => <><StageTag stage={row.stage} /><VerdictTag verdict={row.verdict} /></> },
    { key: 'grade', title: t('scoring.grade'), render: (row) => <GradeTag leadId={row.id} grade={row.grade} /> },
    { key: 'route', title: t('scoring.routeTitle'), optional: true, render: (row) => row.route && t(`scoring.route.${row.route}`) },
    { key: 'phone', title: t('leads.field.phone'), render: (row) => <span className="lw-num">{row.phone}</span> },
    { key: 'email', title: t('leads.field.email'), optional: true, render: (row) => cut(row.email) },
    { key: 'channel', title: t('common.field.channel'), render: (row) => row.channel ?? <span className="lw-muted">{t('common.unknown')}</span> },
    { key: 'campaign', title: t('common.field.campaign'), optional: true, render: (row) => cut(row.campaign) },
    { key: 'content', title: t('leads.field.content'), optional: true, render: (row) => cut(row.content) },
    { key: 'sourceClass', title: t('common.field.sourceClass'), optional: true, render: (row) => row.sourceClass && t(`common.sourceClass.${row.sourceClass}`) },
    { key: 'owner', title: t('common.field.owner'), render: (row) => cut(row.owner) },
    { key: 'sdr', title: t('common.field.sdr'), render: (row) => cut(row.sdr) },
    { key: 'province', title: t('leads.field.province'), optional: true, render: (row) => row.province },
    { key: 'city', title: t('leads.field.city'), optional: true, render: (row) => row.city },
    { key: 'industry', title: t('leads.field.industry'), optional: true, render: (row) => cut(row.industry) },
    { key: 'tags', title: t('leads.field.tags'), render: (row) => <TagList tags={row.tags} most={2} /> },
    { key: 'firstContactAt', title: t('leads.field.firstContactAt'), sort: 'firstContactAt', render: (row) => <span className="lw-num">{formatDay(row.firstContactAt)}</span> },
    { key: 'lastTouchAt', title: t('leads.field.lastTouchAt'), sort: 'lastTouchAt', render: (row) => <RelativeTime at={row.lastTouchAt} /> },
    { key: 'stageSince', title: t('leads.field.stageSince'), optional: true, render: (row) => <RelativeTime at={row.stageSince} /> },
    { key: 'revenue', title: t('common.field.revenue'), unit: t(`common.unit.${moneyUnit}`), align: 'right', sort: 'revenue', render: (row) => (row.revenueFen ? <Money fen={row.revenueFen} /> : null) },
    ...own,
  ];
}
