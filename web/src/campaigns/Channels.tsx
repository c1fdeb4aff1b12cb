import { MoreOutlined, PlusOutlined } from '../common/icons';
import { App, Badge, Button, Checkbox, Dropdown, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import { Money } from '../common/Money';
import { FRAMES } from '../common/model';
import { usePreferences } from '../common/preferences';
import { PageHead } from '../common/templates/PageHead';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { useNarrow } from '../common/useNarrow';
import { useCan } from '../workspace/session';
import { ChannelDrawer, type ChannelEdit } from './ChannelDrawer';
import { type ChannelLine, channelLines, channelTree, useChannels, useSaveChannel } from './channels';
import { useUnrecognised } from './sources';
import { useOutcomes } from './useOutcomes';

export function Channels() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const narrow = useNarrow();
  const can = useCan();
  const mayEdit = can('campaigns.edit');
  const { moneyUnit } = usePreferences();
  const channels = useChannels();
  const outcome = useOutcomes('channel');
  const save = useSaveChannel();
  const failed = useFailure();
  const unknown = useUnrecognised().data?.length ?? 0;
  const [archived, setArchived] = useState(false);
  const [editing, setEditing] = useState<ChannelEdit | null>(null);

  if (channels.isPending) return <LoadingState />;
  if (channels.isError) return <ErrorState error={channels.error} onRetry={() => void channels.refetch()} />;

  const tree = channelLines(channelTree(channels.data), archived, (id) => outcome(id)?.leads).sort(
    (a, b) => FRAMES.indexOf(a.frame) - FRAMES.indexOf(b.frame),
  );
  const archive = (node: ChannelLine) =>
    save.mutate(
      { id: node.id, draft: { archived: !node.archived } },
      {
        onSuccess: () => void message.success(t(node.archived ? 'campaigns.channel.restored' : 'campaigns.channel.archivedNow')),
        onError: failed,
      },
    );
  const actions = (node: ChannelLine) => (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'child', label: t('campaigns.channel.addChild') },
          { key: 'edit', label: t('campaigns.channel.editMove') },
          { type: 'divider' },
          { key: 'archive', label: t(node.archived ? 'campaigns.channel.restore' : 'campaigns.channel.archive') },
        ],
        onClick: ({ key, domEvent }) => {
          domEvent.stopPropagation();
          if (key === 'child') setEditing({ parent: node });
          else if (key === 'edit') setEditing({ channel: node });
          else archive(node);
        },
      }}
    >
      <Button type="text" size="small" icon={<MoreOutlined />} aria-label={t('campaigns.channel.actions', { name: node.name })} />
    </Dropdown>
  );
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing({})}>
      {t('campaigns.channel.new')}
    </Button>
  );
  const leads = (node: ChannelLine) =>
    can('leads.read') && node.leads ? <Link to={`/leads?channel=${node.id}`}>{formatNumber(node.leads)}</Link> : formatNumber(node.leads);
  const spend = (node: ChannelLine) =>
    node.spendFen ? <Link to={`/spend?channel=${node.id}`}><Money fen={node.spendFen} /></Link> : <Money fen={node.spendFen} />;

  return (
    <section className="lw-page">
      <PageHead
        title={t('campaigns.channel.title')}
        hint={t('campaigns.channel.hint')}
        actions={
          <>
            <Checkbox checked={archived} onChange={(event) => setArchived(event.target.checked)}>
              {t('campaigns.channel.showArchived')}
            </Checkbox>
            <Badge count={unknown} size="small" title={t('campaigns.source.unrecognised')}>
              <Link to="/channels/sources"><Button>{t('campaigns.channel.sources')}</Button></Link>
            </Badge>
            {mayEdit && add}
          </>
        }
      />
      <div className="lw-panel lw-panel-list">
        {tree.length === 0 ? (
          <EmptyState title={t('campaigns.channel.emptyTitle')} hint={t('campaigns.channel.emptyHint')} {...(mayEdit ? { action: add } : {})} />
        ) : (
          <Table<ChannelLine>
            size="small"
            className="lw-table"
            rowKey="id"
            dataSource={tree}
            pagination={false}
            scroll={{ x: 'max-content' }}
            expandable={{ defaultExpandAllRows: true }}
            columns={[
              {
                key: 'name',
                title: t('common.field.channel'),
                render: (_v, node) => (
                  <>
                    <span className={node.archived ? 'lw-muted' : ''}>{node.name}</span>
                    {node.archived && <Tag className="lw-tag lw-tag-after" variant="filled">{t('campaigns.channel.archived')}</Tag>}
                  </>
                ),
              },
              ...(narrow
                ? []
                : [
                    { key: 'frame', title: t('campaigns.channel.frame'), render: (_v: unknown, node: ChannelLine) => t(`common.frame.${node.frame}`) },
                    { key: 'source', title: t('common.field.sourceClass'), render: (_v: unknown, node: ChannelLine) => t(`common.sourceClass.${node.sourceClass}`) },
                  ]),
              { key: 'leads', title: t('common.field.leads'), align: 'right', className: 'lw-num', render: (_v, node) => leads(node) },
              {
                key: 'spend',
                title: <>{t('common.field.spend')} <span className="lw-unit">({t(`common.unit.${moneyUnit}`)})</span></>,
                align: 'right',
                className: 'lw-num',
                render: (_v, node) => spend(node),
              },
              ...(mayEdit ? [{ key: 'actions', width: 44, render: (_v: unknown, node: ChannelLine) => actions(node) }] : []),
            ]}
          />
        )}
      </div>
      <ChannelDrawer edit={editing} onClose={() => setEditing(null)} />
    </section>
  );
}
