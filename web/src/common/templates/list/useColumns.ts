import { useState } from 'react';
import { useSession } from '../../../workspace/session';
import type { ListColumn } from './model';

/** The columns a person chose for a page, remembered in this browser under their account. */
export function useColumns<T>(page: string, columns: ListColumn<T>[]) {
  const userId = useSession().data?.user?.id ?? 'nobody';
  const store = `leadwell.columns.${userId}.${page}`;
  const [chosen, setChosen] = useState<string[] | null>(() => {
    try {
      const parsed: unknown = JSON.parse(localStorage.getItem(store) ?? 'null');
      return Array.isArray(parsed) ? parsed.filter((key): key is string => typeof key === 'string') : null;
    } catch {
      return null;
    }
  });
  const defaults = columns.filter((column) => !column.optional).map((column) => column.key);
  const keys = chosen ?? defaults;

  return {
    keys,
    shown: columns.filter((column) => column.pinned || keys.includes(column.key)),
    choose: (next: string[]) => {
      localStorage.setItem(store, JSON.stringify(next));
      setChosen(next);
    },
    reset: () => {
      localStorage.removeItem(store);
      setChosen(null);
    },
  };
}
