import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Query } from '../api/query';
import { useList } from '../api/useList';
import { formatNumber } from '../format/numbers';
import { useKeys } from '../keyboard';
import type { Page } from '../model';
import { useUrlFilters } from '../urlFilters';
import { useNarrow } from '../useNarrow';
import { ExportButton } from './ExportButton';
import { BulkBar } from './list/BulkBar';
import { ColumnChooser } from './list/ColumnChooser';
import { FilterBar } from './list/FilterBar';
import { ListCards } from './list/ListCards';
import { ListTable } from './list/ListTable';
import type { FilterDef, ListColumn, Selection } from './list/model';
import { SavedViews } from './list/SavedViews';
import { SortSelect } from './list/SortSelect';
import { useColumns } from './list/useColumns';
import { useSelection } from './list/useSelection';
import { PageHead } from './PageHead';
import { EmptyState, ErrorState, LoadingState } from './PageState';

export interface ListPageProps<T, P extends Page<T>> {
  /** Names the page in saved views and remembered columns. */
  page: string;
  /** The way up, where this is the list of one thing. */
  back?: ReactNode;
  title: ReactNode;
  hint?: ReactNode;
  /** Between the head and the filters: kinds of what is listed. */
  tabs?: ReactNode;
  /** Path of the list under /api/v1; the filters of the address are its query. */
  path: string;
  /** Always sent along, not shown in the address. */
  fixed?: Query;
  filters: FilterDef[];
  columns: ListColumn<T>[];
  rowKey: (row: T) => string;
  /** The row as a card at phone width. */
  card: (row: T) => ReactNode;
  onOpen?: (row: T) => void;
  onEdit?: (row: T) => void;
  actions?: ReactNode;
  /** Present when rows can be ticked. */
  bulk?: (selection: Selection<T>) => ReactNode;
  /** `chosenColumns` sends the columns in sight along as `columns=`. */
  exporting?: { path: string; name: string; chosenColumns?: boolean };
  /** Between the filters and the table, e.g. a sum of the whole filter. */
  summary?: (first: P) => ReactNode;
  empty: { title: string; hint?: ReactNode; action?: ReactNode };
  savedViews?: boolean;
}

/** The list template: filter bar, saved views, table or cards, bulk bar, export, paging, and every state in between. */
export function ListPage<T extends object, P extends Page<T> = Page<T>>(props: ListPageProps<T, P>) {
  const { page, path, columns, rowKey, onOpen, onEdit, bulk, exporting, summary, empty, savedViews = true } = props;
  const { t } = useTranslation();
  const narrow = useNarrow();
  const { filters, setFilters, replaceFilters } = useUrlFilters();
  const list = useList<T, P>(path, { ...filters, ...props.fixed });
  const chooser = useColumns(page, columns);
  const { selection, select, selectEverything, toggle } = useSelection(filters, list.total, rowKey);
  const [active, setActive] = useState(-1);
  const activeRow = list.rows[active];

  const move = (step: number) => {
    const next = Math.max(0, Math.min(list.rows.length - 1, active + step));
    setActive(next);
    document.querySelector(`[data-row="${next}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => activeRow && onOpen?.(activeRow),
    e: () => activeRow && (onEdit ?? onOpen)?.(activeRow),
    ...(bulk ? { x: () => activeRow && toggle(activeRow) } : {}),
  });

  const filtered = props.filters.some((def) =>
    def.kind === 'period' ? Boolean(filters.from ?? filters.to) : Boolean(filters[def.key]),
  );
  const { sort: _sort, ...exportFilters } = filters;

  let body: ReactNode;
  if (list.isPending) body = <LoadingState />;
  else if (list.isError && list.rows.length === 0) body = <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  else if (list.rows.length === 0)
    body = filtered ? (
      <EmptyState
        title={t('common.list.noMatch')}
        action={<Button onClick={() => replaceFilters({})}>{t('common.filter.clear')}</Button>}
      />
    ) : (
      <EmptyState {...empty} />
    );
  else
    body = (
      <>
        {narrow ? (
          <ListCards rows={list.rows} rowKey={rowKey} card={props.card} onOpen={onOpen} />
        ) : (
          <ListTable
            columns={chooser.shown}
            rows={list.rows}
            rowKey={rowKey}
            sort={filters.sort}
            onSort={(sort) => setFilters({ sort })}
            activeIndex={active}
            onOpen={onOpen}
            selectedIds={bulk ? selection.ids : undefined}
            onSelect={select}
            refreshing={list.isPlaceholderData}
          />
        )}
        <footer className="lw-list-foot">
          <span className="lw-muted">
            {t('common.list.shown', {
              shown: formatNumber(list.rows.length),
              total: formatNumber(list.total) + (list.totalCapped ? '+' : ''),
            })}
          </span>
          {list.hasNextPage && (
            <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('common.list.more')}
            </Button>
          )}
        </footer>
      </>
    );

  return (
    <section className="lw-page">
      {props.back && <div>{props.back}</div>}
      <PageHead title={props.title} hint={props.hint} actions={props.actions} />
      {props.tabs}
      <div className="lw-toolbar">
        <FilterBar defs={props.filters} filters={filters} onChange={setFilters} />
        <div className="lw-actions">
          {narrow && <SortSelect columns={columns} sort={filters.sort} onSort={(sort) => setFilters({ sort })} />}
          {savedViews && <SavedViews page={page} filters={filters} onPick={replaceFilters} />}
          {exporting && (
            <ExportButton
              path={exporting.path}
              name={exporting.name}
              query={{
                ...exportFilters,
                ...props.fixed,
                ...(exporting.chosenColumns ? { columns: chooser.shown.map((column) => column.key).join(',') } : {}),
              }}
              disabled={list.rows.length === 0}
            />
          )}
          {!narrow && (
            <ColumnChooser columns={columns} keys={chooser.keys} onChoose={chooser.choose} onReset={chooser.reset} />
          )}
        </div>
      </div>
      {list.first && list.rows.length > 0 && summary?.(list.first)}
      {bulk && selection.count > 0 && (
        <BulkBar
          count={selection.count}
          total={list.total}
          totalCapped={list.totalCapped}
          everything={selection.everything}
          onEverything={selectEverything}
          onClear={selection.clear}
        >
          {bulk(selection)}
        </BulkBar>
      )}
      <div className="lw-panel lw-panel-list">{body}</div>
    </section>
  );
}
