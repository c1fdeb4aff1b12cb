import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber, formatRate, ratio } from '../common/format/numbers';
import { Money } from '../common/Money';
import { usePreferences } from '../common/preferences';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { useDepartments } from '../workspace/users';
import { type DepartmentFigures, departmentFigures } from './departmentFigures';
import { useBrought } from './items';
import type { Outcome } from './model';
import { useDepartmentPlans } from './plan';

/** Content KPI of the departments: planned against brought. */
export function PlanFigures() {
  const { t } = useTranslation();
  const { moneyUnit } = usePreferences();
  const names = new Map((useDepartments().data ?? []).map((department) => [department.id, department.name]));
  const plans = useDepartmentPlans();
  const byItem = useBrought('item').data;
  const byDepartment = useBrought('department').data;
  if (plans.isPending) return <LoadingState />;
  if (plans.isError) return <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />;
  const rows = departmentFigures(plans.data, byItem?.rows, byDepartment?.rows);
  if (rows.length === 0) return <EmptyState title={t('content.plan.emptyTitle')} hint={t('content.plan.emptyHint')} />;
  const of = (row: DepartmentFigures, key: keyof Outcome) => row.outcome && (row.outcome[key] ?? 0);
  const right = { align: 'right' as const };
  return (
    <div className="lw-panel lw-panel-list">
      <Table<DepartmentFigures>
        size="small"
        className="lw-table"
        rowKey={(row) => row.departmentId ?? 'none'}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: t('content.field.department'), key: 'name', fixed: 'left',
            render: (_v, row) => row.departmentId ? <Link to={`/content?department=${row.departmentId}`}>{names.get(row.departmentId) ?? t('common.unknown')}</Link> : t('content.plan.noDepartment'),
          },
          { title: t('content.plan.planned'), key: 'planned', ...right, render: (_v, row) => formatNumber(row.planned) },
          { title: t('content.status.published'), key: 'published', ...right, render: (_v, row) => formatNumber(row.published) },
          { title: t('content.plan.late'), key: 'late', ...right, render: (_v, row) => <span className={row.late ? 'lw-warning' : ''}>{formatNumber(row.late)}</span> },
          { title: t('content.plan.expectedReads'), key: 'expectedReads', ...right, render: (_v, row) => formatNumber(row.expectedReads) },
          { title: t('content.readers.ends'), key: 'reads', ...right, render: (_v, row) => formatNumber(row.reads) },
          { title: t('content.plan.expectedLeads'), key: 'expected', ...right, render: (_v, row) => formatNumber(row.expectedLeads) },
          { title: t('content.plan.brought'), key: 'leads', ...right, render: (_v, row) => formatNumber(of(row, 'lead')) },
          { title: t('content.plan.reached'), key: 'rate', ...right, render: (_v, row) => formatRate(ratio(of(row, 'lead'), row.expectedLeads)) },
          { title: t('common.stage.opportunity'), key: 'opportunity', ...right, render: (_v, row) => formatNumber(of(row, 'opportunity')) },
          { title: t('common.stage.won'), key: 'won', ...right, render: (_v, row) => formatNumber(of(row, 'won')) },
          { title: `${t('common.field.revenue')} (${t(`common.unit.${moneyUnit}`)})`, key: 'revenue', ...right, render: (_v, row) => <Money fen={row.outcome?.revenueFen} /> },
        ]}
      />
    </div>
  );
}
