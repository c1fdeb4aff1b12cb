import { CloudUploadOutlined } from '../common/icons';
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { channelPath, useChannels } from '../campaigns/channels';
import { formatNumber } from '../common/format/numbers';
import { RelativeTime } from '../common/RelativeTime';
import { ListCard } from '../common/templates/list/ListCard';
import type { ListColumn, SelectFilter } from '../common/templates/list/model';
import { useUsualFilters } from '../common/templates/list/useUsualFilters';
import { ListPage } from '../common/templates/ListPage';
import { patched } from '../common/urlFilters';
import { useCan } from '../workspace/session';
import { FollowerView } from './FollowerView';
import { FOLLOWER_SOURCES, type Follower } from './model';
import { useConnectionOptions, useFollowerAccounts } from './wecom';
import './wecom.css';

/** Between public and private: they follow, and have not said who they are. */
export function Followers() {
  const { t, i18n } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const usual = useUsualFilters();
  const channels = useChannels().data ?? [];
  const accounts = useFollowerAccounts().data ?? [];
  const connections = useConnectionOptions(can('campaigns.read')).data ?? [];
  const [params, setParams] = useSearchParams();
  const open = (id: string | undefined) => setParams((before) => patched(before, { open: id }));

  const accountName = (account: string) => connections.find((one) => one.appId === account)?.name ?? account;
  const yesNo = (key: string, label: string, yes: string, no: string): SelectFilter => ({
    kind: 'select', key, label, options: [{ value: 'yes', label: yes }, { value: 'no', label: no }],
  });
  const source: SelectFilter = {
    kind: 'select', key: 'source', label: t('wecom.follower.source'),
    options: FOLLOWER_SOURCES.map((value) => ({ value, label: t(`wecom.source.${value}`) })),
  };
  const account: SelectFilter = {
    kind: 'select', key: 'account', label: t('wecom.follower.account'),
    options: accounts.map((value) => ({ value, label: accountName(value) })),
  };
  const name = (row: Follower) => row.name ?? row.remark ?? t('wecom.follower.nameless');
  const scene = (row: Follower) => {
    const key = `wecom.scene.${row.scene ?? ''}`;
    return row.code ?? (row.scene && i18n.exists(key) ? t(key) : '');
  };
  const state = (row: Follower) =>
    row.leadId ? (
      <Tag color="green" variant="filled" className="lw-tag">{t('wecom.follower.isLead')}</Tag>
    ) : (
      <Tag color={row.following ? 'blue' : 'default'} variant="filled" className="lw-tag">{t(row.following ? 'wecom.follower.half' : 'wecom.follower.left')}</Tag>
    );
  const lead = (row: Follower) =>
    row.leadId && (
      <Link to={`/leads/${row.leadId}`} onClick={(event) => event.stopPropagation()}>
        {row.leadBy ? t(`wecom.follower.by.${row.leadBy}`) : t('wecom.follower.isLead')}
      </Link>
    );

  const columns: ListColumn<Follower>[] = [
    { key: 'name', title: t('wecom.follower.name'), pinned: true, width: 180, render: (row) => <strong className="lw-name">{name(row)}</strong> },
    { key: 'state', title: t('common.field.status'), render: state },
    { key: 'source', title: t('wecom.follower.source'), render: (row) => t(`wecom.source.${row.source}`) },
    { key: 'account', title: t('wecom.follower.account'), render: (row) => accountName(row.account) },
    { key: 'scene', title: t('wecom.follower.scene'), render: scene },
    { key: 'channel', title: t('common.field.channel'), render: (row) => channelPath(channels, row.channelId) },
    { key: 'interactions', title: t('wecom.follower.interactions'), align: 'right', render: (row) => formatNumber(row.interactions) },
    { key: 'followedAt', title: t('wecom.follower.followedAt'), render: (row) => <RelativeTime at={row.followedAt} /> },
    { key: 'lastSeenAt', title: t('wecom.follower.lastSeenAt'), render: (row) => <RelativeTime at={row.lastSeenAt} /> },
    { key: 'lead', title: t('wecom.follower.lead'), render: lead },
  ];
  const bring = can('imports.run') && (
    <Button icon={<CloudUploadOutlined />} onClick={() => void navigate('/imports?new=followers')}>
      {t('wecom.follower.import')}
    </Button>
  );

  return (
    <>
      <ListPage<Follower>
        page="followers"
        title={t('wecom.follower.title')}
        hint={t('wecom.follower.hint')}
        path="/wecom/followers"
        filters={[
          usual.search(t('wecom.follower.search')),
          yesNo('lead', t('wecom.follower.lead'), t('wecom.follower.isLead'), t('wecom.follower.noLead')),
          yesNo('following', t('wecom.follower.following'), t('wecom.follower.stays'), t('wecom.follower.left')),
          source,
          account,
          usual.channel,
          usual.period(t('wecom.follower.lastSeenAt')),
        ]}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => open(row.id)}
        actions={bring}
        card={(row) => (
          <ListCard
            title={name(row)}
            mark={state(row)}
            lines={[
              [t(`wecom.source.${row.source}`), accountName(row.account), scene(row)].filter(Boolean).join(' · '),
              <>{t('wecom.follower.lastSeenAt')} <RelativeTime at={row.lastSeenAt} /></>,
              lead(row),
            ]}
          />
        )}
        empty={{ title: t('wecom.follower.emptyTitle'), hint: t('wecom.follower.emptyHint'), ...(bring ? { action: bring } : {}) }}
      />
      <FollowerView id={params.get('open')} nameOf={name} onClose={() => open(undefined)} />
    </>
  );
}
