import { Button, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { channelPath, useChannels } from '../campaigns/channels';
import { useList } from '../common/api/useList';
import { formatNumber } from '../common/format/numbers';
import { formatDuration, formatMinute } from '../common/format/time';
import { ListCard } from '../common/templates/list/ListCard';
import { ListCards } from '../common/templates/list/ListCards';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { useNarrow } from '../common/useNarrow';
import { pathText } from './describe';
import type { Site, Visit } from './model';
import { useDescribe } from './useDescribe';
import { VisitDrawer } from './VisitDrawer';

/** Who visited, visit by visit: where from, how long, who it was where that is known. */
export function SiteVisits({ site }: { site: Site }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const channels = useChannels();
  const describe = useDescribe();
  const list = useList<Visit>('/visits', { site: site.key });
  const [opened, setOpened] = useState<string | null>(null);

  const source = (visit: Visit) =>
    channelPath(channels.data ?? [], visit.origin.channelId) ??
    visit.origin.utm.utm_source ??
    visit.origin.referrerHost ??
    (visit.origin.direct ? t('collect.visit.direct') : t('common.unknown'));
  const who = (visit: Visit) =>
    visit.person ? <Tag color="green" variant="filled" className="lw-tag">{t('collect.visit.known')}</Tag> : <span className="lw-muted">{t('collect.visit.anonymous')}</span>;

  if (list.isPending) return <LoadingState />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list.rows.length === 0) {
    return <div className="lw-panel"><EmptyState title={t('collect.visit.empty')} hint={t('collect.visit.emptyHint')} /></div>;
  }
  return (
    <div className="lw-panel lw-panel-list">
      {narrow ? (
        <ListCards
          rows={list.rows}
          rowKey={(visit) => visit.id}
          onOpen={(visit) => setOpened(visit.id)}
          card={(visit) => (
            <ListCard
              title={formatMinute(visit.startedAt)}
              mark={who(visit)}
              lines={[pathText(visit.landingUrl), [source(visit), describe.place(visit.place), describe.device(visit.device)].filter(Boolean).join(' · ')]}
              figures={[
                { label: t('collect.visit.pages'), value: formatNumber(visit.pages) },
                { label: t('collect.visit.dwell'), value: formatDuration(visit.dwellMs / 1000) },
              ]}
            />
          )}
        />
      ) : (
        <Table<Visit>
          size="small"
          className="lw-table"
          rowKey="id"
          dataSource={list.rows}
          pagination={false}
          scroll={{ x: 'max-content' }}
          onRow={(visit) => ({ onClick: () => setOpened(visit.id), className: 'lw-row-open' })}
          columns={[
            { key: 'at', title: t('collect.visit.started'), render: (_v, visit) => <Button type="link" size="small" onClick={() => setOpened(visit.id)}>{formatMinute(visit.startedAt)}</Button> },
            { key: 'who', title: t('collect.visit.who'), render: (_v, visit) => who(visit) },
            { key: 'source', title: t('collect.visit.source'), render: (_v, visit) => source(visit) },
            { key: 'keyword', title: t('collect.visit.keyword'), render: (_v, visit) => visit.origin.keyword },
            { key: 'landing', title: t('collect.visit.landing'), width: 280, render: (_v, visit) => <span className="lw-ellipsis" style={{ maxWidth: 280 }} title={visit.landingUrl ?? ''}>{pathText(visit.landingUrl)}</span> },
            { key: 'pages', title: t('collect.visit.pages'), align: 'right', className: 'lw-num', render: (_v, visit) => formatNumber(visit.pages) },
            { key: 'dwell', title: t('collect.visit.dwell'), align: 'right', className: 'lw-num', render: (_v, visit) => formatDuration(visit.dwellMs / 1000) },
            { key: 'place', title: t('collect.visit.place'), render: (_v, visit) => describe.place(visit.place) },
            { key: 'device', title: t('collect.visit.device'), render: (_v, visit) => describe.device(visit.device) },
          ]}
        />
      )}
      {list.hasNextPage && (
        <footer className="lw-list-foot">
          <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('common.list.more')}</Button>
        </footer>
      )}
      <VisitDrawer id={opened} onClose={() => setOpened(null)} />
    </div>
  );
}
