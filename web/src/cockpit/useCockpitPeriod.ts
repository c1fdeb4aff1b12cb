import { useMemo } from 'react';
import { type Period, periodOf } from '../common/format/period';
import { today } from '../common/format/time';
import { useUrlFilters } from '../common/urlFilters';

/** Twelve months unless the address says otherwise; "all time" needs a word of its own, for no days at all means the usual. */
export function useCockpitPeriod() {
  const { filters, setFilters } = useUrlFilters();
  const { from, to, period: word } = filters;
  const period = useMemo<Period>(() => {
    if (word === 'all') return {};
    if (!from && !to) return periodOf('last12Months', today());
    return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  }, [from, to, word]);
  const setPeriod = (next: Period) =>
    setFilters({ from: next.from, to: next.to, period: next.from || next.to ? undefined : 'all' });
  return { period, setPeriod };
}
