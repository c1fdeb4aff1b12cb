import { useSyncExternalStore } from 'react';

/** What the user has told their system once, for all programs. */
function wish(media: string): () => boolean {
  const query = window.matchMedia(media);
  const subscribe = (changed: () => void) => {
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  };
  return () => useSyncExternalStore(subscribe, () => query.matches);
}

export const useSystemDark = wish('(prefers-color-scheme: dark)');

export const useReducedMotion = wish('(prefers-reduced-motion: reduce)');
