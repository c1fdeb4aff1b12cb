import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import type { Period } from '../common/format/period';
import type { CockpitReport } from '../reports/model';

export function useCockpit(period: Period) {
  return useQuery({
    queryKey: ['/reports/cockpit', period],
    queryFn: ({ signal }) => api.get<CockpitReport>('/reports/cockpit', { from: period.from, to: period.to }, signal),
    placeholderData: keepPreviousData,
  });
}
