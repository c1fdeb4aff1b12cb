import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { channelPath, useChannels } from '../campaigns/channels';
import { RelativeTime } from '../common/RelativeTime';
import { ListCard } from '../common/templates/list/ListCard';
import type { ListColumn, SelectFilter } from '../common/templates/list/model';
import { useUsualFilters } from '../common/templates/list/useUsualFilters';
import { ListPage } from '../common/templates/ListPage';
import { patched } from '../common/urlFilters';
import { useCan } from '../workspace/session';
import { useForm } from './forms';
import './forms.css';
import { FormStatusTag } from './FormStatusTag';
import { SUBMISSION_STATUSES, WAYS, type Submission } from './model';
import { SubmissionDrawer } from './SubmissionDrawer';

/** What was left in a form, held ones among it. */
export function FormSubmissions() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const can = useCan();
  const form = useForm(id);
  const usual = useUsualFilters();
  const channels = useChannels().data ?? [];
  const [params, setParams] = useSearchParams();
  const open = (submission: string | undefined) => setParams((before) => patched(before, { open: submission }));

  const status: SelectFilter = {
    kind: 'select', key: 'status', label: t('common.field.status'),
    options: SUBMISSION_STATUSES.map((value) => ({ value, label: t(`forms.status.${value}`) })),
  };
  const way: SelectFilter = {
    kind: 'select', key: 'way', label: t('forms.submission.way'), secondary: true,
    options: WAYS.map((value) => ({ value, label: t(`forms.way.${value}`) })),
  };
  const reason = (row: Submission) => (row.reason ? t(`forms.reason.${row.reason}`) : '');
  const lead = (row: Submission) =>
    row.leadId ? <Link to={`/leads?open=${row.leadId}`} onClick={(event) => event.stopPropagation()}>{t(row.newLead ? 'forms.submission.newLead' : 'forms.submission.knownLead')}</Link> : null;
  const columns: ListColumn<Submission>[] = [
    { key: 'name', title: t('forms.kind.name'), pinned: true, width: 150, render: (row) => <strong className="lw-name">{row.name}</strong> },
    { key: 'at', title: t('forms.submission.at'), render: (row) => <RelativeTime at={row.at} /> },
    { key: 'status', title: t('common.field.status'), render: (row) => <FormStatusTag status={row.status} /> },
    { key: 'reason', title: t('forms.submission.reason'), render: reason },
    { key: 'company', title: t('common.field.company'), render: (row) => row.company },
    { key: 'phone', title: t('forms.kind.phone'), render: (row) => <span className="lw-num">{row.phone}</span> },
    { key: 'email', title: t('forms.kind.email'), render: (row) => row.email },
    { key: 'channel', title: t('common.field.channel'), render: (row) => channelPath(channels, row.channelId) },
    { key: 'way', title: t('forms.submission.way'), render: (row) => t(`forms.way.${row.way}`) },
    { key: 'version', title: t('forms.submission.version'), align: 'right', optional: true, render: (row) => row.version },
    { key: 'lead', title: t('common.field.leads'), render: lead },
  ];

  return (
    <>
      <ListPage<Submission>
        page="submissions"
        title={form.data ? t('forms.submission.title', { name: form.data.name }) : t('forms.tab.submissions')}
        hint={t('forms.submission.hint')}
        path="/submissions"
        fixed={{ form: id }}
        filters={[usual.search(t('forms.submission.search')), status, usual.channel, usual.period(t('forms.submission.at')), way]}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => open(row.id)}
        actions={<Link to={`/forms/${id}`}>{t('forms.tab.builder')}</Link>}
        card={(row) => (
          <ListCard
            title={row.name ?? row.phone ?? row.email}
            mark={<FormStatusTag status={row.status} />}
            lines={[[row.company, row.phone].filter(Boolean).join(' · '), reason(row), <RelativeTime key="at" at={row.at} />]}
            actions={lead(row)}
          />
        )}
        {...(can('leads.export') ? { exporting: { path: '/submissions/export', name: 'submissions' } } : {})}
        empty={{ title: t('forms.submission.emptyTitle'), hint: t('forms.submission.emptyHint') }}
      />
      <SubmissionDrawer id={params.get('open')} onClose={() => open(undefined)} />
    </>
  );
}
