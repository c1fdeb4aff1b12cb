import { ExportOutlined, PlusOutlined, TrophyOutlined } from '../common/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { channelPath, useChannels } from '../campaigns/channels';
import { formatNumber } from '../common/format/numbers';
import { formatDay } from '../common/format/time';
import { Money } from '../common/Money';
import { usePreferences } from '../common/preferences';
import { RelativeTime } from '../common/RelativeTime';
import { ListCard } from '../common/templates/list/ListCard';
import type { ListColumn, SelectFilter, TreeFilter } from '../common/templates/list/model';
import { secondary, useUsualFilters } from '../common/templates/list/useUsualFilters';
import { ListPage } from '../common/templates/ListPage';
import { departmentOptions } from '../workspace/departmentTree';
import { useCan } from '../workspace/session';
import { useDepartments, useUserOptions } from '../workspace/users';
import './content.css';
import { useContentOutcomes, useTags } from './items';
import { ItemStatusTag } from './ItemStatusTag';
import { ITEM_KINDS, ITEM_STATUSES, type Item, SERVED_STAGES } from './model';

export function Content() {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const { moneyUnit } = usePreferences();
  const usual = useUsualFilters();
  const channels = useChannels().data ?? [];
  const departments = useDepartments().data ?? [];
  const departmentNames = new Map(departments.map((department) => [department.id, department.name]));
  const users = useUserOptions().data ?? [];
  const people = new Map(users.map((user) => [user.id, user.name]));
  const tags = useTags().data ?? [];
  const outcome = useContentOutcomes();
  const mayEdit = can('campaigns.edit');

  const status: SelectFilter = {
    kind: 'select', key: 'status', label: t('common.field.status'),
    options: ITEM_STATUSES.map((value) => ({ value, label: t(`content.status.${value}`) })),
  };
  const kind: SelectFilter = {
    kind: 'select', key: 'kind', label: t('content.field.kind'),
    options: ITEM_KINDS.map((value) => ({ value, label: t(`content.kind.${value}`) })),
  };
  const tag: SelectFilter = {
    kind: 'select', key: 'tag', label: t('content.field.tags'), options: tags.map((value) => ({ value, label: value })),
  };
  const author: SelectFilter = {
    kind: 'select', key: 'author', label: t('content.field.author'),
    options: users.map((user) => ({ value: user.id, label: user.name })),
  };
  const department: TreeFilter = {
    kind: 'tree', key: 'department', label: t('content.field.department'), options: departmentOptions(departments),
  };
  const serves: SelectFilter = {
    kind: 'select', key: 'serves', label: t('content.field.serves'),
    options: SERVED_STAGES.map((value) => ({ value, label: t(`content.serves.${value}`) })),
  };

  const authorOf = (row: Item) => (row.authorId ? people.get(row.authorId) : row.guestName) ?? '';
  const leads = (row: Item) => {
    const count = outcome(row)?.lead ?? (outcome(row) ? 0 : undefined);
    return <span className="lw-num">{formatNumber(count)}</span>;
  };
  const columns: ListColumn<Item>[] = [
    { key: 'title', title: t('content.field.title'), pinned: true, width: 300, render: (row) => <strong className="lw-name">{row.title}</strong> },
    { key: 'kind', title: t('content.field.kind'), render: (row) => t(`content.kind.${row.kind}`) },
    { key: 'status', title: t('common.field.status'), render: (row) => <ItemStatusTag status={row.status} /> },
    { key: 'views', title: t('content.readers.views'), align: 'right', render: (row) => formatNumber(row.readers?.views) },
    { key: 'ends', title: t('content.readers.ends'), align: 'right', render: (row) => formatNumber(row.readers?.ends) },
    { key: 'shares', title: t('content.readers.shares'), align: 'right', optional: true, render: (row) => formatNumber(row.readers?.shares) },
    { key: 'registrations', title: t('content.readers.registrations'), align: 'right', render: (row) => formatNumber(row.readers?.registrations) },
    { key: 'leads', title: t('common.field.leads'), align: 'right', render: leads },
    { key: 'opportunity', title: t('common.stage.opportunity'), align: 'right', render: (row) => formatNumber(outcome(row) && (outcome(row)?.opportunity ?? 0)) },
    { key: 'won', title: t('common.stage.won'), align: 'right', render: (row) => formatNumber(outcome(row) && (outcome(row)?.won ?? 0)) },
    { key: 'revenue', title: t('common.field.revenue'), unit: t(`common.unit.${moneyUnit}`), align: 'right', render: (row) => <Money fen={outcome(row)?.revenueFen} /> },
    { key: 'author', title: t('content.field.author'), render: authorOf },
    { key: 'department', title: t('content.field.department'), render: (row) => departmentNames.get(row.departmentId ?? '') },
    { key: 'tags', title: t('content.field.tags'), render: (row) => row.tags.join('、') },
    { key: 'serves', title: t('content.field.serves'), optional: true, render: (row) => (row.serves ? t(`content.serves.${row.serves}`) : '') },
    { key: 'channel', title: t('common.field.channel'), optional: true, render: (row) => channelPath(channels, row.channelId) },
    { key: 'published', title: t('content.field.publishedAt'), render: (row) => formatDay(row.publishedAt) },
    { key: 'changed', title: t('content.field.changedAt'), render: (row) => <RelativeTime at={row.changedAt} /> },
  ];
  const add = (
    <Link to="/content/new">
      <Button type="primary" icon={<PlusOutlined />}>{t('content.new')}</Button>
    </Link>
  );

  return (
    <ListPage<Item>
      page="content"
      title={t('content.title')}
      hint={t('content.hint')}
      path="/content"
      filters={[usual.search(t('content.search')), status, kind, tag, secondary(author), secondary(department), secondary(serves)]}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate(`/content/${row.id}`)}
      actions={
        <>
          {can('reports.read') && (
            <Link to="/content/ranking">
              <Button icon={<TrophyOutlined />}>{t('content.ranking.open')}</Button>
            </Link>
          )}
          <a href="/p" target="_blank" rel="noopener">
            <Button icon={<ExportOutlined />}>{t('content.seeHub')}</Button>
          </a>
          {mayEdit && add}
        </>
      }
      card={(row) => (
        <ListCard
          title={row.title}
          mark={<ItemStatusTag status={row.status} />}
          lines={[[t(`content.kind.${row.kind}`), authorOf(row), formatDay(row.publishedAt)].filter(Boolean).join(' · '), row.tags.join('、')]}
          figures={[
            { label: t('content.readers.views'), value: formatNumber(row.readers?.views) },
            { label: t('common.field.leads'), value: leads(row) },
            { label: t('common.stage.won'), value: formatNumber(outcome(row) && (outcome(row)?.won ?? 0)) },
            { label: t('common.field.revenue'), value: <Money fen={outcome(row)?.revenueFen} withUnit /> },
          ]}
        />
      )}
      empty={{ title: t('content.emptyTitle'), hint: t('content.emptyHint'), ...(mayEdit ? { action: add } : {}) }}
    />
  );
}
