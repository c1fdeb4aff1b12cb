import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { Query } from '../common/api/query';

/** One figure of a report, told so that the server can list the leads behind it. */
export interface Drill {
  /** What the figure is, in the reader's words. */
  title: string;
  /** The figure itself; the list must be as long. */
  figure: number;
  /** Query of GET /reports/leads: by, basis, from, to, row, stage, problem and the filters. */
  query: Query;
}

export function writeDrill(drill: Drill): string {
  return JSON.stringify([drill.title, drill.figure, drill.query]);
}

export function readDrill(text: string | null): Drill | null {
  if (!text) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    if (!Array.isArray(parsed) || typeof parsed[0] !== 'string' || typeof parsed[1] !== 'number') return null;
    return { title: parsed[0], figure: parsed[1], query: (parsed[2] ?? {}) as Query };
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
