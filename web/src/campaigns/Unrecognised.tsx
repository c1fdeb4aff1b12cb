import { App, Button, Table, TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { RelativeTime } from '../common/RelativeTime';
import { ListCard } from '../common/templates/list/ListCard';
import { ListCards } from '../common/templates/list/ListCards';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { useNarrow } from '../common/useNarrow';
import { useCan } from '../workspace/session';
import { channelOptions, channelTree, useChannels } from './channels';
import { sourceText, type UnrecognisedSource, useAddRule, useUnrecognised } from './sources';

/** Visits whose channel nobody knows, and one click to say it. */
export function Unrecognised() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayEdit = useCan()('campaigns.edit');
  const narrow = useNarrow();
  const found = useUnrecognised();
  const channels = useChannels().data ?? [];
  const add = useAddRule();
  const failed = useFailure();
  const options = channelOptions(channelTree(channels));

  if (found.isPending) return <LoadingState />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data.length === 0) return <EmptyState title={t('campaigns.source.allKnown')} hint={t('campaigns.source.allKnownHint')} />;

  const key = (source: UnrecognisedSource) => [source.kind, source.value, source.medium].join(' ');
  const isHost = (source: UnrecognisedSource) => source.kind === 'referrer' || source.kind === 'paid_referrer';
  const assignable = (source: UnrecognisedSource) => source.value !== '' || source.medium !== '';
  const assign = (source: UnrecognisedSource, channelId: string) =>
    add.mutate(
      { kind: source.kind, pattern: source.value, medium: source.medium, channelId },
      {
        onSuccess: () => void message.success(t('campaigns.source.assigned', { name: channels.find((one) => one.id === channelId)?.name ?? '' })),
        onError: failed,
      },
    );
  const ignore = (source: UnrecognisedSource) => add.mutate({ kind: 'ignored', pattern: source.value, channelId: null }, { onError: failed });
  const name = (source: UnrecognisedSource) => sourceText(source.kind, source.value, source.medium) || t('campaigns.source.unnamed');
  const actions = (source: UnrecognisedSource) =>
    assignable(source) && (
      <span className="lw-actions">
        <TreeSelect
          className="lw-filter"
          value={null}
          placeholder={t('campaigns.source.assign')}
          aria-label={t('campaigns.source.assignTo', { name: name(source) })}
          showSearch={{ treeNodeFilterProp: 'title' }}
          treeDefaultExpandAll
          treeData={options}
          popupMatchSelectWidth={false}
          disabled={add.isPending}
          onChange={(channelId: string | null) => channelId && assign(source, channelId)}
        />
        {isHost(source) && (
          <Button type="text" size="small" disabled={add.isPending} onClick={() => ignore(source)}>{t('campaigns.source.ignore')}</Button>
        )}
      </span>
    );

  if (narrow)
    return (
      <ListCards
        rows={found.data}
        rowKey={key}
        onOpen={undefined}
        card={(source) => (
          <ListCard
            title={name(source)}
            mark={t('campaigns.source.times', { count: source.landings, shown: formatNumber(source.landings) })}
            lines={[t(`campaigns.source.kind.${source.kind}`), <span key="url" className="lw-source-url">{source.sampleUrl}</span>]}
            actions={mayEdit && actions(source)}
          />
        )}
      />
    );
  return (
    <Table<UnrecognisedSource>
      size="small"
      className="lw-table"
      rowKey={key}
      dataSource={found.data}
      pagination={found.data.length > 50 ? { pageSize: 50, showSizeChanger: false, size: 'small' } : false}
      scroll={{ x: 'max-content' }}
      columns={[
        { key: 'source', title: t('campaigns.source.source'), render: (_v, source) => <strong className="lw-name">{name(source)}</strong> },
        { key: 'kind', title: t('campaigns.source.kindLabel'), render: (_v, source) => t(`campaigns.source.kind.${source.kind}`) },
        { key: 'landings', title: t('campaigns.source.landings'), align: 'right', className: 'lw-num', render: (_v, source) => formatNumber(source.landings) },
        { key: 'last', title: t('campaigns.source.lastSeen'), render: (_v, source) => <RelativeTime at={source.lastSeen} /> },
        // Text, never a link: anybody may have made it up.
        { key: 'sample', title: t('campaigns.source.sample'), render: (_v, source) => <span className="lw-source-url" title={source.sampleReferrer ?? undefined}>{source.sampleUrl}</span> },
        ...(mayEdit ? [{ key: 'actions', title: t('common.actions'), render: (_v: unknown, source: UnrecognisedSource) => actions(source) }] : []),
      ]}
    />
  );
}
