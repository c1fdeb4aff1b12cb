import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RelativeTime } from '../common/RelativeTime';
import { StageTag } from '../common/StageTag';
import type { RecordBodyProps } from '../common/templates/RecordBody';
import { LeadQualification } from '../qualification/LeadQualification';
import { Grade } from '../scoring/GradeTag';
import { ScoreCard } from '../scoring/ScoreCard';
import { LeadSegments } from '../segments/LeadSegments';
import { ConsentCard } from '../consent/ConsentCard';
import { PersonMenu } from '../consent/PersonMenu';
import { FilesSection } from '../notes/FilesSection';
import { NotesSection } from '../notes/NotesSection';
import { useCan } from '../workspace/session';
import { Deals } from './Deals';
import { Identifiers } from './Identifiers';
import { LeadFacts } from './LeadFacts';
import { LeadMerges } from './LeadMerges';
import { LeadLedger } from './LeadLedger';
import { LeadSources } from './LeadSources';
import { LeadName } from './LeadName';
import { LeadRelations } from './LeadRelations';
import { LeadTimeline } from './LeadTimeline';
import { useLead } from './leads';
import './leads.css';
import { MergeWith } from './MergeWith';
import { MoveStage } from './MoveStage';
import { TagChange } from './TagChange';
import { TagList } from './TagList';
import { VerdictTag } from './VerdictTag';

interface Options {
  startEditing?: boolean;
  onLead?: (id: string) => void;
}

/** Everything known about a lead, cut for the record template; the drawer and the page show the same. */
export function useLeadParts(id: string | null, { startEditing = false, onLead }: Options = {}): RecordBodyProps {
  const { t } = useTranslation();
  const can = useCan();
  const query = useLead(id);
  const record = query.data;
  const shared = {
    loading: !record,
    error: record ? null : query.error,
    onRetry: () => void query.refetch(),
  };
  if (!record) return { ...shared, title: '', facts: null, timeline: null, relations: null };

  const { lead } = record;
  const mayEdit = can('leads.edit') && !lead.erased;
  const company = lead.companyId ? <Link to={`/companies?open=${lead.companyId}`}>{lead.company}</Link> : lead.company;
  return {
    ...shared,
    title: <LeadName lead={lead} />,
    subtitle: (
      <>
        {company}
        {company && lead.title && ' · '}
        {lead.title}
      </>
    ),
    marks: (
      <>
        <StageTag stage={lead.stage} />
        <VerdictTag verdict={lead.verdict} />
        {lead.grade && <Grade grade={lead.grade} />}
        {lead.route && lead.route !== 'none' && <span>{t(`scoring.route.${lead.route}`)}</span>}
        {lead.stageSince && (
          <span className="lw-muted">
            <Trans i18nKey="leads.head.since" components={{ time: <RelativeTime at={lead.stageSince} /> }} />
          </span>
        )}
        <span>
          <span className="lw-muted">{t('common.field.owner')}</span> <span className="lw-cut">{lead.owner ?? t('leads.noOwner')}</span>
        </span>
        <span>
          <span className="lw-muted">{t('common.field.sdr')}</span> <span className="lw-cut">{lead.sdr ?? t('leads.noOwner')}</span>
        </span>
        <TagList tags={lead.tags} />
      </>
    ),
    actions: mayEdit && (
      <>
        <TagChange target={{ ids: [lead.id] }} count={1} />
        {can('leads.merge') && <MergeWith lead={lead} />}
        <MoveStage lead={lead} />
        {!lead.erased && <PersonMenu leadId={lead.id} />}
      </>
    ),
    facts: (
      <>
        <ScoreCard leadId={lead.id} />
        <LeadFacts record={record} startEditing={startEditing} />
        <Identifiers identifiers={record.person.identifiers} />
        <LeadQualification lead={lead.id} />
        <LeadSegments lead={lead.id} />
        <LeadSources leadId={lead.id} />
        <ConsentCard leadId={lead.id} />
        <LeadMerges leadId={lead.id} />
        <FilesSection at={`/leads/${lead.id}`} />
      </>
    ),
    timeline: (
      <>
        <NotesSection at={`/leads/${lead.id}`} />
        <LeadLedger ledger={record.ledger} />
        {can('deals.read') && <Deals of={`/leads/${lead.id}`} leads={[lead]} />}
        <LeadTimeline of={`/leads/${lead.id}`} leads={record.person.leads} />
      </>
    ),
    relations: <LeadRelations record={record} {...(onLead ? { onLead } : {})} />,
  };
}
