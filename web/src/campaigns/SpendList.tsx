import { DeleteOutlined, EditOutlined, PlusOutlined } from '../common/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber, formatRate, ratio } from '../common/format/numbers';
import { Money } from '../common/Money';
import { Parts } from '../common/Parts';
import { usePreferences } from '../common/preferences';
import { ListCard } from '../common/templates/list/ListCard';
import type { ListColumn } from '../common/templates/list/model';
import { secondary, useUsualFilters } from '../common/templates/list/useUsualFilters';
import { ListPage } from '../common/templates/ListPage';
import { useUrlFilters } from '../common/urlFilters';
import { useCan } from '../workspace/session';
import { useCampaignOptions } from './campaigns';
import { channelPath, useChannels } from './channels';
import type { Spend, SpendPage } from './model';
import { SpendDrawer } from './SpendDrawer';
import { SpendTabs } from './SpendTabs';
import { useDeleteWithUndo } from './useDeleteWithUndo';

export function SpendList() {
  const { t } = useTranslation();
  const can = useCan();
  const mayEdit = can('spend.edit');
  const { moneyUnit } = usePreferences();
  const usual = useUsualFilters();
  const channels = useChannels().data ?? [];
  const campaigns = new Map((useCampaignOptions().data ?? []).map((one) => [one.id, one.name]));
  const [editing, setEditing] = useState<Spend | 'new' | null>(null);
  const remove = useDeleteWithUndo();
  const { filters } = useUrlFilters();

  /** A report opens its spend by these; what stands in the address is the one to choose. */
  const placement = (key: 'plan' | 'unit' | 'keyword') => {
    const value = filters[key];
    return secondary({
      kind: 'select', key, label: t(`campaigns.spend.${key}`),
      options: [{ value: 'none', label: t('common.filter.none') }, ...(value && value !== 'none' ? [{ value, label: value.replace(/^=/, '') }] : [])],
    });
  };
  const days = (row: Spend) => (row.dayFrom === row.dayTo ? row.dayFrom : `${row.dayFrom} – ${row.dayTo}`);
  const channel = (row: Spend) => channelPath(channels, row.channelId) ?? t('common.unknown');
  const campaign = (row: Spend) => (row.campaignId ? campaigns.get(row.campaignId) : undefined);
  const source = (row: Spend) =>
    row.fetched ? t('campaigns.spend.fetched') : row.importId && can('imports.run') ? <Link to={`/imports/${row.importId}`}>{t('campaigns.spend.imported')}</Link> : t(row.importId ? 'campaigns.spend.imported' : 'campaigns.spend.typed');
  const buttons = (row: Spend) => (
    <span className="lw-actions">
      <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('common.edit')} onClick={() => setEditing(row)} />
      <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('common.delete')} onClick={() => remove(row)} />
    </span>
  );

  const columns: ListColumn<Spend>[] = [
    { key: 'days', title: t('campaigns.spend.days'), pinned: true, render: (row) => <span className="lw-num">{days(row)}</span> },
    { key: 'channel', title: t('common.field.channel'), render: channel },
    { key: 'campaign', title: t('common.field.campaign'), render: (row) => <span className="lw-name">{campaign(row)}</span> },
    { key: 'plan', title: t('campaigns.spend.plan'), render: (row) => row.plan },
    { key: 'unit', title: t('campaigns.spend.unit'), optional: true, render: (row) => row.unit },
    { key: 'keyword', title: t('campaigns.spend.keyword'), render: (row) => row.keyword },
    { key: 'amount', title: t('campaigns.spend.amount'), unit: t(`common.unit.${moneyUnit}`), align: 'right', render: (row) => <Money fen={row.amountFen} /> },
    { key: 'impressions', title: t('campaigns.spend.impressions'), align: 'right', render: (row) => formatNumber(row.impressions) },
    { key: 'clicks', title: t('campaigns.spend.clicks'), align: 'right', render: (row) => formatNumber(row.clicks) },
    { key: 'ctr', title: t('campaigns.spend.ctr'), align: 'right', render: (row) => formatRate(ratio(row.clicks, row.impressions)) },
    { key: 'source', title: t('campaigns.spend.source'), render: source },
    { key: 'note', title: t('common.field.note'), optional: true, render: (row) => row.note },
    ...(mayEdit ? [{ key: 'actions', title: t('common.actions'), render: buttons }] : []),
  ];
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('campaigns.spend.new')}
    </Button>
  );

  return (
    <>
      <ListPage<Spend, SpendPage>
        page="spend"
        title={t('campaigns.spend.title')}
        hint={t('campaigns.spend.hint')}
        path="/spend"
        filters={[usual.period(), usual.channel, usual.campaign, placement('plan'), placement('unit'), placement('keyword')]}
        columns={columns}
        rowKey={(row) => row.id}
        actions={<><SpendTabs />{mayEdit && add}</>}
        {...(mayEdit ? { onEdit: setEditing } : {})}
        summary={(first) => (
          <div className="lw-sum">
            <span>{t('campaigns.spend.sum')} <strong><Money fen={first.sumFen} withUnit /></strong></span>
          </div>
        )}
        card={(row) => (
          <ListCard
            title={channel(row)}
            mark={<Money fen={row.amountFen} withUnit />}
            lines={[<Parts key="when" of={[days(row), campaign(row)]} />, [row.plan, row.unit, row.keyword].filter(Boolean).join(' / ')]}
            figures={[
              { label: t('campaigns.spend.impressions'), value: formatNumber(row.impressions) },
              { label: t('campaigns.spend.clicks'), value: formatNumber(row.clicks) },
            ]}
            actions={mayEdit ? buttons(row) : undefined}
          />
        )}
        empty={{
          title: t('campaigns.spend.emptyTitle'),
          hint: t('campaigns.spend.emptyHint'),
          action: (
            <span className="lw-actions">
              {mayEdit && add}
              {can('imports.run') && <Link to="/imports?new=spend"><Button>{t('campaigns.spend.import')}</Button></Link>}
            </span>
          ),
        }}
      />
      <SpendDrawer spend={editing} onClose={() => setEditing(null)} />
    </>
  );
}
