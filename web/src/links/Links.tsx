import { PlusOutlined } from '../common/icons';
import { Button, Dropdown, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useCampaignOptions } from '../campaigns/campaigns';
import { channelPath, useChannels } from '../campaigns/channels';
import { download } from '../common/api/client';
import { formatNumber } from '../common/format/numbers';
import { formatDay } from '../common/format/time';
import { ListCard } from '../common/templates/list/ListCard';
import type { ListColumn, SelectFilter } from '../common/templates/list/model';
import { useUsualFilters } from '../common/templates/list/useUsualFilters';
import { ListPage } from '../common/templates/ListPage';
import { useFailure } from '../common/templates/useFailure';
import { useUrlFilters } from '../common/urlFilters';
import { useCan } from '../workspace/session';
import { LinkDrawer } from './LinkDrawer';
import { LinkRecord } from './LinkRecord';
import { LinkState } from './LinkState';
import './links.css';
import { CODE_FORMATS, type ShortLink } from './links';

/** Short links and their codes, and what came of each. */
export function Links() {
  const { t } = useTranslation();
  const can = useCan();
  const mayEdit = can('campaigns.edit');
  const failed = useFailure();
  const usual = useUsualFilters();
  const { filters } = useUrlFilters();
  const [params, setParams] = useSearchParams();
  const channels = useChannels().data ?? [];
  const campaigns = new Map((useCampaignOptions().data ?? []).map((one) => [one.id, one.name]));
  const [editing, setEditing] = useState<ShortLink | 'new' | null>(null);
  const open = (id: string | null) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (id) next.set('open', id);
      else next.delete('open');
      return next;
    });

  const state: SelectFilter = {
    kind: 'select', key: 'state', label: t('common.field.status'),
    options: [{ value: 'on', label: t('links.state.on') }, { value: 'off', label: t('links.state.off') }],
  };
  const address = (row: ShortLink) => (
    <span onClick={(event) => event.stopPropagation()}>
      <Typography.Text copyable={{ text: row.address, tooltips: [t('common.copy'), t('common.copied')] }} className="lw-link-address">
        {row.address.replace(/^https?:\/\//, '')}
      </Typography.Text>
    </span>
  );
  const campaign = (row: ShortLink) => (row.campaignId ? campaigns.get(row.campaignId) : undefined);

  const columns: ListColumn<ShortLink>[] = [
    { key: 'name', title: t('links.name'), pinned: true, width: 220, render: (row) => <strong className="lw-name">{row.name}</strong> },
    { key: 'address', title: t('links.address'), render: address },
    { key: 'state', title: t('common.field.status'), render: (row) => <LinkState link={row} /> },
    { key: 'channel', title: t('common.field.channel'), render: (row) => channelPath(channels, row.channelId) },
    { key: 'campaign', title: t('common.field.campaign'), render: (row) => <span className="lw-name">{campaign(row)}</span> },
    { key: 'clicks', title: t('links.clicks'), align: 'right', render: (row) => formatNumber(row.figures?.clicks) },
    { key: 'scans', title: t('links.scans'), align: 'right', render: (row) => formatNumber(row.figures?.scans) },
    { key: 'visitors', title: t('links.visitors'), align: 'right', render: (row) => formatNumber(row.figures?.visitors) },
    { key: 'leads', title: t('common.field.leads'), align: 'right', render: (row) => formatNumber(row.figures?.leads) },
    { key: 'created', title: t('links.created'), render: (row) => formatDay(row.createdAt) },
    { key: 'content', title: t('links.content'), optional: true, render: (row) => row.content },
    { key: 'keyword', title: t('links.keyword'), optional: true, render: (row) => row.keyword },
    { key: 'target', title: t('links.target'), optional: true, render: (row) => <span className="lw-link-target">{row.target}</span> },
  ];
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>{t('links.new')}</Button>
  );
  const { sort: _sort, ...asked } = filters;
  const codes = (
    <Dropdown
      trigger={['click']}
      menu={{
        items: CODE_FORMATS.map((format) => ({ key: format, label: t('links.codesAs', { format: format.toUpperCase() }) })),
        onClick: ({ key }) => void download('/links/codes.zip', { ...asked, format: key }, 'codes.zip').catch(failed),
      }}
    >
      <Button>{t('links.codes')}</Button>
    </Dropdown>
  );

  return (
    <>
      <ListPage<ShortLink>
        page="links"
        title={t('links.title')}
        hint={t('links.hint')}
        path="/links"
        filters={[usual.search(t('links.search')), usual.channel, usual.campaign, state]}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => open(row.id)}
        {...(mayEdit ? { onEdit: setEditing } : {})}
        actions={
          <>
            {can('imports.run') && mayEdit && <Link to="/imports?new=links"><Button>{t('links.import')}</Button></Link>}
            {codes}
            {mayEdit && add}
          </>
        }
        exporting={{ path: '/links/export', name: t('links.title') }}
        card={(row) => (
          <ListCard
            title={row.name}
            mark={<LinkState link={row} />}
            lines={[address(row), [channelPath(channels, row.channelId), campaign(row)].filter(Boolean).join(' · ')]}
            figures={[
              { label: t('links.clicks'), value: formatNumber(row.figures?.clicks) },
              { label: t('links.scans'), value: formatNumber(row.figures?.scans) },
              { label: t('links.visitors'), value: formatNumber(row.figures?.visitors) },
              { label: t('common.field.leads'), value: formatNumber(row.figures?.leads) },
            ]}
          />
        )}
        empty={{ title: t('links.emptyTitle'), hint: t('links.emptyHint'), ...(mayEdit ? { action: add } : {}) }}
      />
      <LinkRecord id={params.get('open')} onClose={() => open(null)} onEdit={setEditing} />
      <LinkDrawer link={editing} onClose={() => setEditing(null)} onMade={(link) => open(link.id)} />
    </>
  );
}
