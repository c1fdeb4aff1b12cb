import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export type Filters = Record<string, string>;

/** Address keys that say what is open, not what is listed. */
const NOT_FILTERS = new Set(['open', 'drill', 'new', 'tab']);

export function filtersOf(params: URLSearchParams): Filters {
  const filters: Filters = {};
  params.forEach((value, key) => {
    if (!NOT_FILTERS.has(key) && value !== '') filters[key] = value;
  });
  return filters;
}

export function patched(params: URLSearchParams, patch: Record<string, string | undefined>): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined || value === '') next.delete(key);
    else next.set(key, value);
  }
  return next;
}

/**
 * The address carries the filters: it can be shared, and "back" undoes a choice.
 * `replace` is for typing, where every letter would otherwise be a step back.
 */
export function useUrlFilters() {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(() => filtersOf(params), [params]);

  const setFilters = useCallback(
    (patch: Record<string, string | undefined>, replace = false) =>
      setParams((before) => patched(before, patch), { replace }),
    [setParams],
  );

  /** Sets exactly these filters, keeping what is open. */
  const replaceFilters = useCallback(
    (next: Filters) =>
      setParams((before) => {
        const cleared = Object.fromEntries(Object.keys(filtersOf(before)).map((key) => [key, undefined]));
        return patched(before, { ...cleared, ...next });
      }),
    [setParams],
  );

  return { params, filters, setFilters, replaceFilters };
}
