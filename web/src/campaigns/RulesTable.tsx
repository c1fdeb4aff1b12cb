import { DeleteOutlined } from '../common/icons';
import { Button, Input, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { channelPath, useChannels } from './channels';
import { type SourceRule, sourceText, useRemoveRule, useSourceRules } from './sources';

/** Every rule; they are added where their channel is. */
export function RulesTable() {
  const { t } = useTranslation();
  const mayEdit = useCan()('campaigns.edit');
  const rules = useSourceRules();
  const channels = useChannels().data ?? [];
  const remove = useRemoveRule();
  const failed = useFailure();
  const [wanted, setWanted] = useState('');

  if (rules.isPending) return <LoadingState />;
  if (rules.isError) return <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />;

  const channel = (rule: SourceRule) => (rule.channelId ? (channelPath(channels, rule.channelId) ?? t('common.unknown')) : t('campaigns.source.noChannel'));
  const text = (rule: SourceRule) => sourceText(rule.kind, rule.pattern, rule.medium) || '—';
  const shown = rules.data.filter((rule) => [text(rule), channel(rule)].some((one) => one.toLowerCase().includes(wanted.trim().toLowerCase())));

  return (
    <>
      <div className="lw-source-search">
        <Input.Search allowClear placeholder={t('campaigns.source.search')} aria-label={t('campaigns.source.search')} onChange={(event) => setWanted(event.target.value)} />
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('common.list.noMatch')} />
      ) : (
        <Table<SourceRule>
          size="small"
          className="lw-table"
          rowKey="id"
          dataSource={shown}
          pagination={shown.length > 50 ? { pageSize: 50, showSizeChanger: false, size: 'small' } : false}
          scroll={{ x: 'max-content' }}
          columns={[
            { key: 'source', title: t('campaigns.source.source'), render: (_v, rule) => <span className="lw-name">{text(rule)}</span> },
            { key: 'kind', title: t('campaigns.source.kindLabel'), render: (_v, rule) => t(`campaigns.source.kind.${rule.kind}`) },
            { key: 'channel', title: t('common.field.channel'), render: (_v, rule) => channel(rule) },
            ...(mayEdit
              ? [{
                  key: 'actions', width: 44,
                  render: (_v: unknown, rule: SourceRule) => (
                    <Button
                      type="text" size="small" icon={<DeleteOutlined />} aria-label={t('campaigns.source.removeOne', { name: text(rule) })}
                      onClick={() => remove.mutate(rule.id, { onError: failed })}
                    />
                  ),
                }]
              : []),
          ]}
        />
      )}
    </>
  );
}
