import { PlusOutlined } from '../common/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { channelPath, useChannels } from '../campaigns/channels';
import { formatNumber, formatRate, ratio } from '../common/format/numbers';
import { RelativeTime } from '../common/RelativeTime';
import { ListCard } from '../common/templates/list/ListCard';
import type { ListColumn, SelectFilter } from '../common/templates/list/model';
import { useUsualFilters } from '../common/templates/list/useUsualFilters';
import { ListPage } from '../common/templates/ListPage';
import { useCan } from '../workspace/session';
import { FormActions } from './FormActions';
import { FormStatusTag } from './FormStatusTag';
import { FORM_STATUSES, type FormLine } from './model';
import { NewForm } from './NewForm';

export function Forms() {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const usual = useUsualFilters();
  const channels = useChannels().data ?? [];
  const [adding, setAdding] = useState(false);
  const mayEdit = can('campaigns.edit');

  const status: SelectFilter = {
    kind: 'select', key: 'status', label: t('common.field.status'),
    options: FORM_STATUSES.map((value) => ({ value, label: t(`forms.status.${value}`) })),
  };
  const rate = (row: FormLine) => formatRate(ratio(row.figures.submissions, row.figures.views));
  const left = (row: FormLine) => (
    <>
      <Link to={`/forms/${row.id}/submissions`} title={t('forms.list.seeSubmissions')}>{formatNumber(row.figures.submissions)}</Link>
      {row.figures.held > 0 && (
        <>
          {' '}
          <Link className="lw-warning" to={`/forms/${row.id}/submissions?status=held`}>{t('forms.list.held', { count: row.figures.held })}</Link>
        </>
      )}
    </>
  );
  const columns: ListColumn<FormLine>[] = [
    { key: 'name', title: t('forms.field.name'), pinned: true, width: 240, render: (row) => <strong className="lw-name">{row.name}</strong> },
    { key: 'status', title: t('common.field.status'), render: (row) => <FormStatusTag status={row.status} /> },
    { key: 'views', title: t('forms.figure.views'), align: 'right', render: (row) => formatNumber(row.figures.views) },
    { key: 'starts', title: t('forms.figure.starts'), align: 'right', render: (row) => formatNumber(row.figures.starts) },
    { key: 'submissions', title: t('forms.figure.submissions'), align: 'right', render: left },
    { key: 'rate', title: t('forms.figure.rate'), align: 'right', render: rate },
    { key: 'newLeads', title: t('forms.figure.newLeads'), align: 'right', render: (row) => formatNumber(row.figures.newLeads) },
    { key: 'channel', title: t('common.field.channel'), render: (row) => channelPath(channels, row.channelId) },
    { key: 'slug', title: t('forms.field.slug'), optional: true, render: (row) => <code>/p/f/{row.slug}</code> },
    { key: 'changed', title: t('forms.field.changed'), render: (row) => <RelativeTime at={row.changedAt} /> },
    { key: 'actions', title: t('common.actions'), render: (row) => <FormActions form={row} /> },
  ];
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
      {t('forms.list.new')}
    </Button>
  );

  return (
    <>
      <ListPage<FormLine>
        page="forms"
        title={t('forms.list.title')}
        hint={t('forms.list.hint')}
        path="/forms"
        filters={[usual.search(t('forms.list.search')), status]}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(`/forms/${row.id}`)}
        {...(mayEdit ? { actions: add } : {})}
        card={(row) => (
          <ListCard
            title={row.name}
            mark={<FormStatusTag status={row.status} />}
            lines={[channelPath(channels, row.channelId)]}
            figures={[
              { label: t('forms.figure.views'), value: formatNumber(row.figures.views) },
              { label: t('forms.figure.submissions'), value: left(row) },
              { label: t('forms.figure.rate'), value: rate(row) },
            ]}
            actions={<FormActions form={row} />}
          />
        )}
        empty={{ title: t('forms.list.emptyTitle'), hint: t('forms.list.emptyHint'), ...(mayEdit ? { action: add } : {}) }}
      />
      <NewForm open={adding} onClose={() => setAdding(false)} />
    </>
  );
}
