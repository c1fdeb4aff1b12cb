import { useEffect } from 'react';
import { queryClient } from '../common/api/queryClient';

const PAUSE = 2000;

/** Asks for the list again while a batch in it is at work; silent otherwise. */
export function KeepFresh({ working }: { working: boolean }) {
  useEffect(() => {
    if (!working) return undefined;
    const timer = window.setInterval(() => void queryClient.invalidateQueries({ queryKey: ['/imports', 'list'] }), PAUSE);
    return () => window.clearInterval(timer);
  }, [working]);
  return null;
}
