import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from '../model';
import { api } from './client';
import type { Query } from './query';

export const PAGE_SIZE = 50;

/** A cursor-paged list. The key starts with the path, so `invalidateQueries({queryKey: ['/leads']})` refreshes all its views. */
export function useList<T, P extends Page<T> = Page<T>>(path: string, query: Query, enabled = true) {
  const result = useInfiniteQuery({
    queryKey: [path, 'list', query],
    queryFn: ({ pageParam, signal }) =>
      api.get<P>(path, { limit: PAGE_SIZE, ...query, cursor: pageParam ?? undefined }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    enabled,
  });
  const pages = result.data?.pages ?? [];
  return {
    ...result,
    rows: pages.flatMap((page) => page.items),
    first: pages[0],
    total: pages[0]?.total ?? 0,
    totalCapped: pages[0]?.totalCapped ?? false,
  };
}
