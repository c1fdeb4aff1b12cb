import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './ApiError';

/** A refusal will not change by asking again; only a network or server fault is worth a second try. */
export function worthRetrying(failures: number, error: Error): boolean {
  if (error instanceof ApiError && error.status > 0 && error.status < 500) return false;
  return failures < 1;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 15_000, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
});
