import type { Selection } from '../common/templates/list/model';
import type { TagTarget } from './leads';
import type { LeadRow } from './model';

/** Ticked rows by id; "all that match" by the filter, which is never a list of ids. The order of rows is no filter. */
export function targetOf(selection: Pick<Selection<LeadRow>, 'everything' | 'filter' | 'ids'>): TagTarget {
  if (!selection.everything) return { ids: selection.ids };
  const { sort: _sort, ...filter } = selection.filter;
  return { filter };
}
