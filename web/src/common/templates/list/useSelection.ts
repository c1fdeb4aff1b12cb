import { useState } from 'react';
import type { Filters } from '../../urlFilters';
import type { Selection } from './model';

/** Ticked rows, or "everything the filter matches"; a changed filter drops both, for the rows meant are gone from sight. */
export function useSelection<T>(filters: Filters, total: number, rowKey: (row: T) => string) {
  const scope = JSON.stringify(filters);
  const [state, setState] = useState<{ scope: string; rows: T[]; everything: boolean }>({
    scope, rows: [], everything: false,
  });
  const current = state.scope === scope ? state : { scope, rows: [], everything: false };
  const clear = () => setState({ scope, rows: [], everything: false });
  const selection: Selection<T> = {
    rows: current.rows,
    ids: current.rows.map(rowKey),
    everything: current.everything,
    filter: filters,
    count: current.everything ? total : current.rows.length,
    clear,
  };
  return {
    selection,
    select: (rows: T[]) => setState({ scope, rows, everything: false }),
    selectEverything: () => setState({ ...current, everything: true }),
    toggle: (row: T) => {
      const key = rowKey(row);
      const without = current.rows.filter((other) => rowKey(other) !== key);
      setState({
        scope,
        rows: without.length < current.rows.length ? without : [...current.rows, row],
        everything: false,
      });
    },
  };
}
