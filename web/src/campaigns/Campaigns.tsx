import { PlusOutlined } from '../common/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import { Money } from '../common/Money';
import { Parts } from '../common/Parts';
import { usePreferences } from '../common/preferences';
import { ListCard } from '../common/templates/list/ListCard';
import type { ListColumn, SelectFilter } from '../common/templates/list/model';
import { useUsualFilters } from '../common/templates/list/useUsualFilters';
import { ListPage } from '../common/templates/ListPage';
import { useCan } from '../workspace/session';
import { useUserOptions } from '../workspace/users';
import { BudgetUse } from './BudgetUse';
import { CampaignDrawer } from './CampaignDrawer';
import { channelPath, useChannels } from './channels';
import { type Campaign, CAMPAIGN_STATUSES } from './model';
import { StatusTag } from './StatusTag';
import { useOutcomes } from './useOutcomes';

export function Campaigns() {
  const { t } = useTranslation();
  const can = useCan();
  const { moneyUnit } = usePreferences();
  const usual = useUsualFilters();
  const channels = useChannels().data ?? [];
  const owners = new Map((useUserOptions().data ?? []).map((user) => [user.id, user.name]));
  const [editing, setEditing] = useState<Campaign | 'new' | null>(null);
  const mayEdit = can('campaigns.edit');
  const unit = t(`common.unit.${moneyUnit}`);

  const status: SelectFilter = {
    kind: 'select', key: 'status', label: t('common.field.status'),
    options: CAMPAIGN_STATUSES.map((value) => ({ value, label: t(`campaigns.status.${value}`) })),
  };
  const days = (row: Campaign) => (row.startsOn || row.endsOn ? `${row.startsOn ?? '…'} – ${row.endsOn ?? '…'}` : '');
  const outcome = useOutcomes('campaign');
  const leads = (row: Campaign) => {
    const count = outcome(row.id)?.leads;
    return can('leads.read') && count ? (
      <Link to={`/leads?campaign=${row.id}`} title={t('campaigns.campaign.seeLeads')}>{formatNumber(count)}</Link>
    ) : formatNumber(count);
  };
  const spend = (row: Campaign) =>
    row.spendFen ? (
      <Link to={`/spend?campaign=${row.id}`} title={t('campaigns.campaign.seeSpend')}><Money fen={row.spendFen} /></Link>
    ) : <Money fen={row.spendFen} />;

  const columns: ListColumn<Campaign>[] = [
    { key: 'name', title: t('campaigns.campaign.name'), pinned: true, width: 180, render: (row) => <strong className="lw-name">{row.name}</strong> },
    { key: 'status', title: t('common.field.status'), render: (row) => <StatusTag status={row.status} /> },
    { key: 'budget', title: t('common.field.budget'), unit, align: 'right', render: (row) => <Money fen={row.budgetFen} /> },
    { key: 'spend', title: t('common.field.spend'), unit, align: 'right', render: spend },
    { key: 'use', title: t('campaigns.campaign.budgetUse'), render: (row) => <BudgetUse budgetFen={row.budgetFen} spendFen={row.spendFen} /> },
    { key: 'leads', title: t('common.field.leads'), align: 'right', render: leads },
    { key: 'won', title: t('campaigns.campaign.won'), align: 'right', render: (row) => formatNumber(outcome(row.id)?.won) },
    { key: 'revenue', title: t('common.field.revenue'), unit, align: 'right', render: (row) => <Money fen={outcome(row.id)?.revenueFen} /> },
    { key: 'days', title: t('campaigns.campaign.days'), render: (row) => <span className="lw-num">{days(row)}</span> },
    { key: 'channel', title: t('common.field.channel'), render: (row) => channelPath(channels, row.channelId) },
    { key: 'kind', title: t('campaigns.campaign.kindLabel'), optional: true, render: (row) => t(`campaigns.kind.${row.kind}`) },
    { key: 'owner', title: t('common.field.owner'), optional: true, render: (row) => owners.get(row.ownerId ?? '') },
    { key: 'note', title: t('common.field.note'), optional: true, render: (row) => row.note },
  ];
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('campaigns.campaign.new')}
    </Button>
  );

  return (
    <>
      <ListPage<Campaign>
        page="campaigns"
        title={t('campaigns.campaign.title')}
        hint={t('campaigns.campaign.hint')}
        path="/campaigns"
        filters={[usual.search(t('campaigns.campaign.search')), status, usual.channel, usual.period(t('campaigns.campaign.days'))]}
        columns={columns}
        rowKey={(row) => row.id}
        {...(mayEdit ? { actions: add, onOpen: setEditing } : {})}
        card={(row) => (
          <ListCard
            title={row.name}
            mark={<StatusTag status={row.status} />}
            lines={[
              <Parts key="what" of={[t(`campaigns.kind.${row.kind}`), channelPath(channels, row.channelId), days(row)]} />,
              <BudgetUse key="use" budgetFen={row.budgetFen} spendFen={row.spendFen} />,
            ]}
            figures={[
              { label: t('common.field.spend'), value: <Money fen={row.spendFen} withUnit /> },
              { label: t('common.field.leads'), value: leads(row) },
              { label: t('campaigns.campaign.won'), value: formatNumber(outcome(row.id)?.won) },
              { label: t('common.field.revenue'), value: <Money fen={outcome(row.id)?.revenueFen} withUnit /> },
            ]}
          />
        )}
        empty={{
          title: t('campaigns.campaign.emptyTitle'),
          hint: t('campaigns.campaign.emptyHint'),
          ...(mayEdit ? { action: add } : {}),
        }}
      />
      <CampaignDrawer campaign={editing} onClose={() => setEditing(null)} />
    </>
  );
}
