import { CloudUploadOutlined, DeleteOutlined, RollbackOutlined } from '../common/icons';
import { Button, Popconfirm, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import { Parts } from '../common/Parts';
import { RelativeTime } from '../common/RelativeTime';
import { ListCard } from '../common/templates/list/ListCard';
import type { ListColumn } from '../common/templates/list/model';
import { ListPage } from '../common/templates/ListPage';
import { useFailure } from '../common/templates/useFailure';
import { useUrlFilters } from '../common/urlFilters';
import './imports.css';
import { useDeleteImport } from './imports';
import { ImportStatusTag } from './ImportStatusTag';
import { KeepFresh } from './KeepFresh';
import { type Import, type ImportCounts, kindOf, WORKING } from './model';
import { NewImport } from './NewImport';
import { canDelete } from './steps';
import { UndoPreview } from './UndoPreview';

/** The batches: what came in, when, by whom, and the way back. */
export function Imports() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const failed = useFailure();
  const remove = useDeleteImport();
  const { params, setFilters } = useUrlFilters();
  const [undoing, setUndoing] = useState<Import | null>(null);
  const open = (row: Import) => void navigate(`/imports/${row.id}`);

  const counts = (row: Import): ImportCounts | null | undefined => row.result ?? row.check;
  const count = (key: keyof ImportCounts) => (row: Import) => formatNumber(counts(row)?.[key]);
  const actions = (row: Import) => (
    <span className="lw-actions">
      {row.canUndo && (
        <Button size="small" icon={<RollbackOutlined />} onClick={() => setUndoing(row)}>
          {t('common.undo')}
        </Button>
      )}
      {canDelete(row.status) && (
        <Popconfirm title={t('imports.deleteAsk')} okText={t('common.delete')} cancelText={t('common.cancel')} onConfirm={() => remove.mutate(row.id, { onError: failed })}>
          <Tooltip title={t('common.delete')}>
            <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('common.delete')} />
          </Tooltip>
        </Popconfirm>
      )}
    </span>
  );

  const columns: ListColumn<Import>[] = [
    { key: 'fileName', title: t('imports.field.fileName'), pinned: true, width: 240, render: (row) => <Link to={`/imports/${row.id}`} className="lw-name" title={row.fileName}>{row.fileName}</Link> },
    { key: 'kind', title: t('imports.field.kind'), render: (row) => t(`imports.kind.${row.kind}`) },
    { key: 'status', title: t('common.field.status'), render: (row) => <ImportStatusTag status={row.status} /> },
    { key: 'new', title: t('imports.count.new'), align: 'right', render: count('new') },
    { key: 'changed', title: t('imports.count.changed'), align: 'right', render: count('changed') },
    { key: 'same', title: t('imports.count.same'), align: 'right', render: count('same') },
    { key: 'bad', title: t('imports.count.bad'), align: 'right', render: count('bad') },
    { key: 'createdBy', title: t('imports.field.createdBy'), render: (row) => row.createdBy },
    { key: 'createdAt', title: t('imports.field.createdAt'), render: (row) => <RelativeTime at={row.createdAt} /> },
    { key: 'actions', title: t('imports.field.actions'), render: actions },
  ];
  const add = (
    <Button type="primary" icon={<CloudUploadOutlined />} onClick={() => setFilters({ new: '1' })}>
      {t('imports.new')}
    </Button>
  );

  return (
    <>
      <ListPage<Import>
        page="imports"
        title={t('imports.title')}
        hint={t('imports.hint')}
        path="/imports"
        filters={[]}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={open}
        actions={add}
        savedViews={false}
        summary={(first) => <KeepFresh working={first.items.some((row) => WORKING.includes(row.status))} />}
        card={(row) => (
          <ListCard
            title={row.fileName}
            mark={<ImportStatusTag status={row.status} />}
            lines={[
              <Parts key="what" of={[t(`imports.kind.${row.kind}`), row.createdBy, <RelativeTime key="at" at={row.createdAt} />]} />,
            ]}
            figures={
              counts(row)
                ? (['new', 'changed', 'same', 'bad'] as const).map((key) => ({ label: t(`imports.count.${key}`), value: count(key)(row) }))
                : []
            }
            actions={(row.canUndo || canDelete(row.status)) && actions(row)}
          />
        )}
        empty={{ title: t('imports.emptyTitle'), hint: t('imports.emptyHint'), action: add }}
      />
      <NewImport kind={kindOf(params.get('new'))} open={params.has('new')} onClose={() => setFilters({ new: undefined })} />
      <UndoPreview batch={undoing} onClose={() => setUndoing(null)} />
    </>
  );
}
