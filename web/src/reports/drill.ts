import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Query } from '../common/api/query';

/** The lists a figure may open, and who has them. */
export const DRILL_PATHS = {
  leads: '/reports/leads', touches: '/reports/touches/list', touchedLeads: '/reports/touches/leads',
} as const;
export type DrillOf = keyof typeof DRILL_PATHS;

/** One figure of a report, told so that the server can list the leads behind it. */
export interface Drill {
  /** What the figure is, in the reader's words. */
  title: string;
  /** The figure itself; the list must be as long. */
  figure: number;
  /** Query of the list: by, basis, from, to, row, stage or figure, problem and the filters. */
  query: Query;
  /** What stands behind it; leads of GET /reports/leads unless said otherwise. */
  of?: DrillOf;
}

export function writeDrill(drill: Drill): string {
  return JSON.stringify([drill.title, drill.figure, drill.query, ...(drill.of ? [drill.of] : [])]);
}

export function readDrill(text: string | null): Drill | null {
  if (!text) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    if (!Array.isArray(parsed) || typeof parsed[0] !== 'string' || typeof parsed[1] !== 'number') return null;
    const of: unknown = parsed[3];
    const known = typeof of === 'string' && Object.hasOwn(DRILL_PATHS, of) ? { of: of as DrillOf } : {};
    return { title: parsed[0], figure: parsed[1], query: (parsed[2] ?? {}) as Query, ...known };
  } catch {
    return null;
  }
}

/** The open drill-down lives in the address, so it can be sent to a colleague and closed with "back". */
export function useDrill() {
  const [params, setParams] = useSearchParams();
  const text = params.get('drill');
  const drill = useMemo(() => readDrill(text), [text]);
  const open = useCallback(
    (next: Drill) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        after.set('drill', writeDrill(next));
        return after;
      }),
    [setParams],
  );
  const close = useCallback(
    () =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        after.delete('drill');
        return after;
      }),
    [setParams],
  );
  return { drill, open, close };
}
