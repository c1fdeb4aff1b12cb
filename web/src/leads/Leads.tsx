import { CloudUploadOutlined, PlusOutlined } from '../common/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import { ListPage } from '../common/templates/ListPage';
import { useUrlFilters } from '../common/urlFilters';
import { useNarrow } from '../common/useNarrow';
import { PutIntoSegment } from '../segments/PutIntoSegment';
import { useCan } from '../workspace/session';
import { LeadCard } from './LeadCard';
import { LeadDrawer } from './LeadDrawer';
import './leads.css';
import type { LeadRow } from './model';
import { NewLead } from './NewLead';
import { PersonalLinks } from './PersonalLinks';
import { TagChange } from './TagChange';
import { targetOf } from './target';
import { useLeadColumns } from './useLeadColumns';
import { useLeadFilters } from './useLeadFilters';

/** The pool: every lead of every channel in one place. */
export function Leads() {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const { params, setFilters } = useUrlFilters();
  const filters = useLeadFilters();
  const columns = useLeadColumns();
  const mayEdit = can('leads.edit');
  const open = (id: string | undefined, tab?: string) => setFilters({ open: id, tab, new: undefined });

  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setFilters({ new: '1' })}>
      {t('leads.create.title')}
    </Button>
  );
  const bring = can('imports.run') && (
    <Button icon={<CloudUploadOutlined />} onClick={() => void navigate('/imports?new=1')}>
      {t('leads.import')}
    </Button>
  );
  const actions = (
    <>
      {bring}
      {mayEdit && add}
    </>
  );

  return (
    <>
      <ListPage<LeadRow>
        page="leads"
        title={t('leads.title')}
        hint={narrow ? t('leads.hint') : `${t('leads.hint')} ${t('leads.hintKeys')}`}
        path="/leads"
        filters={filters}
        columns={columns}
        rowKey={(row) => row.id}
        card={(row) => <LeadCard lead={row} />}
        onOpen={(row) => open(row.id)}
        onEdit={(row) => open(row.id, mayEdit ? 'edit' : undefined)}
        actions={actions}
        {...(mayEdit || can('campaigns.edit') || can('segments.edit')
          ? {
              bulk: (selection) => (
                <>
                  {mayEdit && <TagChange target={targetOf(selection)} count={selection.count} onDone={selection.clear} />}
                  {can('segments.edit') && <PutIntoSegment target={targetOf(selection)} count={selection.count} onDone={selection.clear} />}
                  {can('campaigns.edit') && <PersonalLinks target={targetOf(selection)} count={selection.count} />}
                </>
              ),
            }
          : {})}
        {...(can('leads.export') ? { exporting: { path: '/leads/export', name: t('leads.title'), chosenColumns: true } } : {})}
        summary={(first) => (
          <div className="lw-muted">
            {t('leads.total', { count: first.total, shown: formatNumber(first.total) + (first.totalCapped ? '+' : '') })}
          </div>
        )}
        empty={{
          title: t('leads.emptyTitle'),
          hint: can('imports.run') ? t('leads.emptyHint') : t('leads.emptyHintNoImport'),
          action: (
            <span className="lw-actions">
              {can('imports.run') && (
                <Link to="/imports?new=1">
                  <Button type="primary" icon={<CloudUploadOutlined />}>{t('leads.emptyImport')}</Button>
                </Link>
              )}
              {mayEdit && <Button onClick={() => setFilters({ new: '1' })}>{t('leads.create.title')}</Button>}
            </span>
          ),
        }}
      />
      <LeadDrawer
        id={params.get('open')}
        startEditing={params.get('tab') === 'edit'}
        onClose={() => open(undefined)}
        onLead={(id) => open(id)}
      />
      <NewLead open={mayEdit && params.get('new') === '1'} onClose={() => setFilters({ new: undefined })} onLead={(id) => open(id)} />
    </>
  );
}
