import { LeftOutlined, RightOutlined } from '../common/icons';
import { Button, Table, TreeSelect } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../common/format/time';
import { usePreferences } from '../common/preferences';
import { PageHead } from '../common/templates/PageHead';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { useUrlFilters } from '../common/urlFilters';
import { useCan } from '../workspace/session';
import { BudgetCellView } from './BudgetCellView';
import { type BudgetLine, budgetLines, budgetTotals } from './budgetGrid';
import { channelOptions, channelPath, channelTree, useChannels } from './channels';
import { SpendTabs } from './SpendTabs';
import { useBudgets } from './spend';

/** The line for money without a channel is always offered. */
const NOTHING = { channelId: null, budgetFen: 0, spendFen: 0 };

/** A year of plan against actual, channel by channel. */
export function Budget() {
  const { t, i18n } = useTranslation();
  const can = useCan();
  const { moneyUnit } = usePreferences();
  const { filters, setFilters } = useUrlFilters();
  const thisYear = Number(today().slice(0, 4));
  const year = Number(filters.year) || thisYear;
  const channels = useChannels();
  const budgets = useBudgets(year);
  const [added, setAdded] = useState<string[]>([]);

  if (budgets.isPending || channels.isPending) return <LoadingState />;
  const error = budgets.error ?? channels.error;
  if (error) return <ErrorState error={error} onRetry={() => void budgets.refetch()} />;

  const flat = channels.data ?? [];
  const plan = budgets.data ?? [];
  const present = new Set(plan.map((row) => row.channelId));
  const order = flat.map((channel) => channel.id).filter((id) => present.has(id) || added.includes(id));
  const lines = budgetLines(plan, order);
  const shown = lines.some((line) => line.channelId === null) ? lines : [...lines, ...budgetLines([{ ...NOTHING, month: `${year}-01` }], [])];
  const totals = budgetTotals(shown);
  const sum = totals.reduce((a, b) => ({ budgetFen: a.budgetFen + b.budgetFen, spendFen: a.spendFen + b.spendFen }));
  const nameOf = (line: BudgetLine) => channelPath(flat, line.channelId) ?? t('campaigns.budget.noChannel');
  const monthOf = (index: number) => `${year}-${String(index + 1).padStart(2, '0')}`;
  const monthNames = new Intl.DateTimeFormat(i18n.language, { month: 'short', timeZone: 'UTC' });
  const free = channelOptions(channelTree(flat.filter((channel) => !order.includes(channel.id))));

  return (
    <section className="lw-page">
      <PageHead title={t('campaigns.budget.title')} hint={t('campaigns.budget.hint')} actions={<SpendTabs />} />
      <div className="lw-toolbar">
        <span className="lw-actions">
          <Button icon={<LeftOutlined />} aria-label={String(year - 1)} onClick={() => setFilters({ year: String(year - 1) })} />
          <strong className="lw-num">{year}</strong>
          <Button icon={<RightOutlined />} aria-label={String(year + 1)} onClick={() => setFilters({ year: String(year + 1) })} />
          <span className="lw-muted">{t('campaigns.budget.legend', { unit: t(`common.unit.${moneyUnit}`) })}</span>
        </span>
        {can('spend.edit') && free.length > 0 && (
          <TreeSelect<string | null>
            placeholder={t('campaigns.budget.addChannel')}
            aria-label={t('campaigns.budget.addChannel')}
            treeData={free}
            treeDefaultExpandAll
            showSearch={{ treeNodeFilterProp: 'title' }}
            popupMatchSelectWidth={false}
            style={{ width: 190 }}
            value={null}
            onChange={(id) => id && setAdded([...added, id])}
          />
        )}
      </div>
      <div className="lw-panel lw-panel-list">
        <Table<BudgetLine>
          size="small"
          className="lw-table lw-budget"
          rowKey={(line) => line.channelId ?? 'none'}
          dataSource={shown}
          pagination={false}
          scroll={{ x: 'max-content' }}
          columns={[
            { key: 'name', title: t('common.field.channel'), fixed: 'left', render: (_v, line) => <span className="lw-name lw-name-short" title={nameOf(line)}>{nameOf(line)}</span> },
            ...Array.from({ length: 12 }, (_, index) => ({
              key: `m${index}`,
              title: monthNames.format(new Date(Date.UTC(year, index, 15))),
              align: 'right' as const,
              className: 'lw-num',
              render: (_v: unknown, line: BudgetLine) => (
                <BudgetCellView
                  cell={line.months[index] ?? { budgetFen: 0, spendFen: 0 }}
                  {...(can('spend.edit') ? { slot: { month: monthOf(index), channelId: line.channelId, label: nameOf(line) } } : {})}
                />
              ),
            })),
            { key: 'total', title: t('common.total'), align: 'right', className: 'lw-num', render: (_v, line) => <strong><BudgetCellView cell={line.total} /></strong> },
          ]}
          summary={() => (
            <Table.Summary.Row className="lw-total">
              <Table.Summary.Cell index={0}><strong>{t('common.total')}</strong></Table.Summary.Cell>
              {totals.map((cell, index) => (
                <Table.Summary.Cell key={monthOf(index)} index={index + 1} align="right"><BudgetCellView cell={cell} /></Table.Summary.Cell>
              ))}
              <Table.Summary.Cell index={13} align="right"><strong><BudgetCellView cell={sum} /></strong></Table.Summary.Cell>
            </Table.Summary.Row>
          )}
        />
      </div>
    </section>
  );
}
