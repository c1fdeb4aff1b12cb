import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import { formatDay } from '../common/format/time';
import { Money } from '../common/Money';
import { Parts } from '../common/Parts';
import { usePreferences } from '../common/preferences';
import { RelativeTime } from '../common/RelativeTime';
import { ListCard } from '../common/templates/list/ListCard';
import type { ListColumn, SelectFilter } from '../common/templates/list/model';
import { secondary, useUsualFilters } from '../common/templates/list/useUsualFilters';
import { ListPage } from '../common/templates/ListPage';
import { useUrlFilters } from '../common/urlFilters';
import { useFieldColumns } from '../fields/useFieldColumns';
import { useFieldFilters } from '../fields/useFieldFilters';
import { useFacets } from '../leads/leads';
import '../leads/leads.css';
import { useCan } from '../workspace/session';
import { CompanyDrawer } from './CompanyDrawer';
import { CustomerTag } from './CustomerTag';
import type { CompanyRow } from './model';

/** Every company the pool knows, made by its leads. */
export function Companies() {
  const { t } = useTranslation();
  const can = useCan();
  const { moneyUnit } = usePreferences();
  const { params, setFilters } = useUrlFilters();
  const usual = useUsualFilters();
  const facets = useFacets().data;
  const own = useFieldFilters('company');
  const ownColumns = useFieldColumns<CompanyRow>('company');
  const unit = t(`common.unit.${moneyUnit}`);
  const words = (key: string, label: string, values: readonly string[] | undefined): SelectFilter => ({
    kind: 'select', key, label, options: (values ?? []).map((value) => ({ value, label: value })),
  });
  const customer: SelectFilter = {
    kind: 'select', key: 'customer', label: t('companies.customer.label'),
    options: [
      { value: 'true', label: t('companies.customer.yes') },
      { value: 'false', label: t('companies.customer.no') },
    ],
  };
  const place = (row: CompanyRow) => [...new Set([row.province, row.city])].filter(Boolean).join(' ');

  const columns: ListColumn<CompanyRow>[] = [
    { key: 'name', title: t('companies.field.name'), pinned: true, width: 260, sort: 'name', sortUp: true, render: (row) => <strong className="lw-name" title={row.name}>{row.name}</strong> },
    { key: 'customer', title: t('companies.customer.label'), render: (row) => <CustomerTag company={row} /> },
    { key: 'industry', title: t('companies.field.industry'), render: (row) => row.industry },
    { key: 'size', title: t('companies.field.size'), render: (row) => row.size },
    { key: 'place', title: t('companies.field.place'), render: place },
    { key: 'people', title: t('companies.field.people'), align: 'right', render: (row) => formatNumber(row.people) },
    { key: 'leads', title: t('common.field.leads'), align: 'right', sort: 'leads', render: (row) => formatNumber(row.leads) },
    { key: 'wonLeads', title: t('companies.field.wonLeads'), align: 'right', render: (row) => formatNumber(row.wonLeads) },
    { key: 'revenue', title: t('common.field.revenue'), unit, align: 'right', sort: 'revenue', render: (row) => <Money fen={row.revenueFen} /> },
    { key: 'lastTouchAt', title: t('companies.field.lastTouchAt'), sort: 'lastTouchAt', render: (row) => <RelativeTime at={row.lastTouchAt} /> },
    { key: 'createdAt', title: t('companies.field.createdAt'), optional: true, sort: 'createdAt', render: (row) => <span className="lw-num">{formatDay(row.createdAt)}</span> },
    { key: 'domain', title: t('companies.field.domain'), optional: true, render: (row) => row.domain },
    { key: 'uscc', title: t('companies.field.uscc'), optional: true, render: (row) => <span className="lw-num">{row.uscc}</span> },
    ...ownColumns,
  ];

  return (
    <>
      <ListPage<CompanyRow>
        page="companies"
        title={t('companies.title')}
        hint={t('companies.hint')}
        path="/companies"
        filters={[
          usual.search(t('companies.search')),
          customer,
          words('province', t('companies.field.province'), facets?.provinces),
          words('industry', t('companies.field.industry'), facets?.industries),
          ...own.map((filter) => secondary(filter)),
        ]}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={(row) => setFilters({ open: row.id })}
        card={(row) => (
          <ListCard
            title={row.name}
            mark={<CustomerTag company={row} />}
            lines={[<Parts key="facts" of={[row.industry, row.size, place(row)]} />]}
            figures={[
              { label: t('companies.field.people'), value: formatNumber(row.people) },
              { label: t('common.field.leads'), value: formatNumber(row.leads) },
              ...(row.revenueFen ? [{ label: t('common.field.revenue'), value: <Money fen={row.revenueFen} withUnit /> }] : []),
            ]}
          />
        )}
        summary={(first) => (
          <div className="lw-muted">
            {t('companies.total', { count: first.total, shown: formatNumber(first.total) + (first.totalCapped ? '+' : '') })}
          </div>
        )}
        empty={{
          title: t('companies.emptyTitle'),
          hint: t('companies.emptyHint'),
          ...(can('imports.run') ? { action: <Link to="/imports?new=1"><Button type="primary">{t('companies.emptyImport')}</Button></Link> } : {}),
        }}
      />
      <CompanyDrawer id={params.get('open')} onClose={() => setFilters({ open: undefined })} />
    </>
  );
}
