import { PlusOutlined } from '../common/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { channelPath, useChannels } from '../campaigns/channels';
import { formatNumber, formatRate, ratio } from '../common/format/numbers';
import { RelativeTime } from '../common/RelativeTime';
import { ListCard } from '../common/templates/list/ListCard';
import type { ListColumn, SelectFilter } from '../common/templates/list/model';
import { useUsualFilters } from '../common/templates/list/useUsualFilters';
import { ListPage } from '../common/templates/ListPage';
import { patched, useUrlFilters } from '../common/urlFilters';
import { useCan } from '../workspace/session';
import { CodeDrawer } from './CodeDrawer';
import { CodeStatusTag } from './CodeStatusTag';
import { CodeView } from './CodeView';
import { type Code, CODE_KINDS, CODE_STATUSES, type CodeKind } from './model';
import './wecom.css';

/** Every way in that says which channel it stands for, with what came of it. */
export function Codes() {
  const { t } = useTranslation();
  const mayEdit = useCan()('campaigns.edit');
  const usual = useUsualFilters();
  const channels = useChannels().data ?? [];
  const { filters, setFilters } = useUrlFilters();
  const [params, setParams] = useSearchParams();
  const [editing, setEditing] = useState<Code | 'new' | null>(null);
  const kind = CODE_KINDS.find((one) => one === filters.kind);

  const open = (id: string | undefined) => setParams((before) => patched(before, { open: id }));
  const status: SelectFilter = {
    kind: 'select', key: 'status', label: t('common.field.status'),
    options: CODE_STATUSES.map((value) => ({ value, label: t(`wecom.status.${value}`) })),
  };
  const soon = (row: Code) => (row.figures.leftSoon > 0 ? `${formatNumber(row.figures.leftSoon)} (${formatRate(ratio(row.figures.leftSoon, row.figures.added))})` : '0');
  const counted = (row: Code, value: string) => (row.kind === 'mini' ? '—' : value);

  const columns: ListColumn<Code>[] = [
    { key: 'name', title: t('wecom.code.name'), pinned: true, width: 220, render: (row) => <strong className="lw-name">{row.name}</strong> },
    { key: 'kind', title: t('wecom.code.kind'), render: (row) => t(`wecom.codeKind.${row.kind}`) },
    { key: 'status', title: t('common.field.status'), render: (row) => <CodeStatusTag status={row.status} /> },
    { key: 'channel', title: t('common.field.channel'), render: (row) => channelPath(channels, row.channelId) },
    { key: 'clicks', title: t('wecom.figure.clicksShort'), align: 'right', render: (row) => counted(row, formatNumber(row.figures.clicks)) },
    { key: 'added', title: t('wecom.figure.addedShort'), align: 'right', render: (row) => counted(row, formatNumber(row.figures.added)) },
    { key: 'leads', title: t('common.field.leads'), align: 'right', render: (row) => counted(row, formatNumber(row.figures.leads)) },
    { key: 'leftSoon', title: t('wecom.figure.leftSoon'), align: 'right', render: (row) => counted(row, soon(row)) },
    { key: 'unwelcomed', title: t('wecom.figure.unwelcomed'), align: 'right', render: (row) => (row.welcome ? formatNumber(row.figures.unwelcomed) : '—') },
    { key: 'state', title: t('wecom.code.state'), optional: true, render: (row) => <code>{row.state}</code> },
    { key: 'createdAt', title: t('wecom.code.createdAt'), render: (row) => <RelativeTime at={row.createdAt} /> },
  ];
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('wecom.code.new')}
    </Button>
  );
  const tabs = (
    <div className="lw-kinds">
      <Segmented
        value={kind ?? 'all'}
        onChange={(value) => setFilters({ kind: value === 'all' ? undefined : value })}
        options={[{ value: 'all', label: t('wecom.code.all') }, ...CODE_KINDS.map((value) => ({ value, label: t(`wecom.codeKind.${value}`) }))]}
      />
    </div>
  );

  return (
    <>
      <ListPage<Code>
        page="codes"
        title={t('wecom.code.title')}
        hint={t('wecom.code.hint')}
        tabs={tabs}
        path="/wecom/codes"
        filters={[usual.search(t('wecom.code.search')), status, usual.channel]}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => open(row.id)}
        {...(mayEdit ? { actions: add, onEdit: (row: Code) => setEditing(row) } : {})}
        card={(row) => (
          <ListCard
            title={row.name}
            mark={<CodeStatusTag status={row.status} />}
            lines={[[t(`wecom.codeKind.${row.kind}`), channelPath(channels, row.channelId)].filter(Boolean).join(' · ')]}
            figures={
              row.kind === 'mini'
                ? []
                : [
                    { label: t('wecom.figure.addedShort'), value: formatNumber(row.figures.added) },
                    { label: t('common.field.leads'), value: formatNumber(row.figures.leads) },
                    { label: t('wecom.figure.leftSoon'), value: soon(row) },
                  ]
            }
          />
        )}
        empty={{
          title: t(kind ? `wecom.code.emptyKind.${kind}` : 'wecom.code.emptyTitle'),
          hint: t('wecom.code.emptyHint'),
          ...(mayEdit ? { action: add } : {}),
        }}
      />
      <CodeDrawer code={editing} kind={kind ?? ('way' satisfies CodeKind)} onClose={() => setEditing(null)} onSaved={(saved) => open(saved.id)} />
      <CodeView id={editing ? null : params.get('open')} onClose={() => open(undefined)} onEdit={setEditing} />
    </>
  );
}
