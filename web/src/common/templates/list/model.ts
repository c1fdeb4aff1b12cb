import type { ReactNode } from 'react';
import type { Filters } from '../../urlFilters';

export interface Option {
  value: string;
  label: string;
}

export interface TreeOption {
  value: string;
  title: string;
  children?: TreeOption[];
}

interface FilterBase {
  /** Key in the address and in the request. */
  key: string;
  label: string;
  /** Behind "more filters" until it has a value. */
  secondary?: boolean;
}

export interface SearchFilter extends FilterBase {
  kind: 'search';
}

export interface SelectFilter extends FilterBase {
  kind: 'select';
  options: Option[];
  /** Several values, joined by commas in the address. */
  multiple?: boolean;
  loading?: boolean;
  /** Ask the server while typing, where the options are too many to load. */
  onSearch?: (text: string) => void;
}

export interface TreeFilter extends FilterBase {
  kind: 'tree';
  options: TreeOption[];
  multiple?: boolean;
}

/** Two keys, `from` and `to`, inclusive days. */
export interface PeriodFilter extends FilterBase {
  kind: 'period';
}

export type FilterDef = SearchFilter | SelectFilter | TreeFilter | PeriodFilter;

export interface ListColumn<T> {
  key: string;
  title: string;
  /** The unit of the numbers, shown small in the header. */
  unit?: string;
  render: (row: T) => ReactNode;
  align?: 'left' | 'right' | 'center';
  width?: number;
  /** Field name for `sort=`; absent: the server cannot sort by it. */
  sort?: string;
  /** Sorted upwards first, as names are; figures and days go downwards. */
  sortUp?: boolean;
  /** Hidden until chosen. */
  optional?: boolean;
  /** Always shown and kept in sight while the table scrolls sideways. */
  pinned?: boolean;
}

/** What a bulk action works on: the rows ticked, or everything the filter matches. */
export interface Selection<T> {
  rows: T[];
  ids: string[];
  /** True when the person chose "all N"; then act by `filter`, not by `ids`. */
  everything: boolean;
  filter: Filters;
  count: number;
  clear: () => void;
}
