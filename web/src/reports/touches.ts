import type { Query } from '../common/api/query';
import type { Filters } from '../common/urlFilters';
import type { Drill } from './drill';
import { TOUCH_FIGURES, type TouchCut, type TouchedLeadFigure, type TouchFigure } from './model';
import { questionOf } from './question';

/** Filters of touches beside those of every report. */
export const TOUCH_FILTERS = ['scene', 'frame'] as const;

/** The query of the report of touches. */
export function touchQuestion(filters: Filters, by: TouchCut): Query {
  const own = Object.fromEntries(TOUCH_FILTERS.flatMap((key) => (filters[key] ? [[key, filters[key]]] : [])));
  return { ...questionOf(filters, { by }), ...own };
}

/** The drill-down of one cell: touches stand behind some figures, leads behind others. */
export function touchDrill(question: Query, row: string, figure: TouchFigure | TouchedLeadFigure, title: string, value: number): Drill {
  const isTouches = (TOUCH_FIGURES as readonly string[]).includes(figure);
  return { title, figure: value, query: { ...question, row, figure }, of: isTouches ? 'touches' : 'touchedLeads' };
}

/** Where a row leads down to: from a scene to its frames, from a frame to its channels; other rows are the last. */
export function below(by: TouchCut, key: string): Record<string, string> | null {
  // A comma parts values in the address; a file may have brought a scene with one.
  if (key.includes(',') || key.startsWith('=')) return null;
  if (by === 'scene') return { scene: key, by: 'frame' };
  if (by === 'frame') return { frame: key, by: 'channel' };
  return null;
}
