import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import type { Query } from '../common/api/query';

/** A report; while a new question is asked the old figures stay in sight, marked as stale. */
export function useReport<T>(path: `/reports/${string}`, question: Query) {
  const report = useQuery({
    queryKey: [path, question],
    queryFn: ({ signal }) => api.get<T>(path, question, signal),
    placeholderData: keepPreviousData,
  });
  return {
    data: report.data,
    loading: report.isPending,
    refreshing: report.isPlaceholderData,
    error: report.error,
    onRetry: () => void report.refetch(),
  };
}
