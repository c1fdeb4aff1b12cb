import { useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';

const PATH = '/settings/calendar';

export interface SpecialDay {
  day: string;
  /** Null: by the week, though it was published otherwise. */
  worked?: boolean | null;
  name?: string | null;
  own: boolean;
}

export interface Span {
  from: string;
  to: string;
}

export interface CalendarYear {
  year: number;
  spans: Span[];
  /** 1 is Monday. */
  weekdays: number[];
  days: SpecialDay[];
  workdays: number;
  known: boolean;
  years: number[];
}

export function useCalendar(year: number) {
  return useQuery({
    queryKey: [PATH, year],
    queryFn: ({ signal }) => api.get<CalendarYear>(PATH, { year }, signal),
    placeholderData: (before) => before,
  });
}

async function refresh(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: [PATH] });
}

export async function changeHours(spans: Span[], weekdays: number[]): Promise<void> {
  await api.put(PATH, { spans, weekdays });
  await refresh();
}

export async function sayDays(days: { from: string; to: string; worked: boolean | null; name: string | null }): Promise<void> {
  await api.post(`${PATH}/days`, days);
  await refresh();
}

export async function forgetDay(day: string): Promise<void> {
  await api.del(`${PATH}/days/${day}`);
  await refresh();
}

export async function dueAfter(from: string, hours: number): Promise<string> {
  return (await api.get<{ due: string }>(`${PATH}/due`, { from, hours })).due;
}
