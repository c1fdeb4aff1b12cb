import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../common/api/client';
import type { ChannelReport } from '../reports/model';
import { useCan } from '../workspace/session';

export interface Outcome {
  leads: number;
  won: number;
  revenueFen: number;
}

const NOTHING: Outcome = { leads: 0, won: 0, revenueFen: 0 };

/** What came of each channel or campaign over all time; undefined while unknown or for whom reports are closed. */
export function useOutcomes(by: 'channel' | 'campaign'): (id: string) => Outcome | undefined {
  const enabled = useCan()('reports.read');
  const { data } = useQuery({
    queryKey: ['/reports/channels', { by, basis: 'cohort' }],
    queryFn: ({ signal }) => api.get<ChannelReport>('/reports/channels', { by, basis: 'cohort' }, signal),
    enabled,
  });
  return useMemo(() => {
    const known = new Map(
      data?.rows.map(({ key, counts, revenueFen }) => [key, { leads: counts.lead ?? 0, won: counts.won ?? 0, revenueFen }]),
    );
    return (id) => (data ? (known.get(id) ?? NOTHING) : undefined);
  }, [data]);
}
