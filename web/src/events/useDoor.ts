import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiError } from '../common/api/ApiError';
import { api } from '../common/api/client';
import { type Answer, type Deed, overlaid, type Refused, sendAll, store, stored, without } from './doorQueue';
import { fetchDoor } from './events';
import type { DoorLine } from './model';

const LOOK_EVERY = 20_000;
const TRY_EVERY = 5_000;

/** Names of guests stay on the device as long as this page is open, not longer. */
const listKey = (eventId: string) => `lw-door-list:${eventId}`;

function known(eventId: string): DoorLine[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(listKey(eventId)) ?? '[]');
    return Array.isArray(kept) ? (kept as DoorLine[]) : [];
  } catch {
    return [];
  }
}

/** What the server says; while it can't be reached, or the session is over, a deed waits. */
async function post(eventId: string, deed: Deed): Promise<Answer> {
  try {
    const { kind, ...body } = deed;
    if (kind === 'undo') await api.post(`/events/${eventId}/check-ins/${deed.checkInId}/undo`);
    else await api.post(`/events/${eventId}/${kind === 'walkIn' ? 'walk-ins' : 'check-ins'}`, body);
    return { kind: 'done' };
  } catch (error) {
    const waits = !(error instanceof ApiError) || error.status === 0 || error.status >= 500 || [401, 408, 429].includes(error.status);
    return waits ? { kind: 'later' } : { kind: 'refused', reason: error.message };
  }
}

/** The list at the door, good without a net: deeds are kept and sent when there is one. */
export function useDoor(eventId: string) {
  const [lines, setLines] = useState<DoorLine[]>(() => known(eventId));
  const [queue, setQueue] = useState<Deed[]>(() => stored(localStorage, eventId));
  const [refused, setRefused] = useState<Refused[]>([]);
  const [offline, setOffline] = useState(false);
  const [loaded, setLoaded] = useState(lines.length > 0);
  const current = useRef(queue);
  const sending = useRef(false);

  const keep = useCallback((next: Deed[]) => {
    current.current = next;
    store(localStorage, eventId, next);
    setQueue(next);
  }, [eventId]);

  const look = useCallback(async () => {
    try {
      const fresh = await fetchDoor(eventId);
      setLines(fresh);
      setOffline(false);
      setLoaded(true);
      sessionStorage.setItem(listKey(eventId), JSON.stringify(fresh));
    } catch (error) {
      if (error instanceof ApiError && (error.status === 0 || error.status >= 500)) setOffline(true);
    }
  }, [eventId]);

  const send = useCallback(async () => {
    if (sending.current || current.current.length === 0) return;
    sending.current = true;
    try {
      const taken = current.current;
      const { left, refused: turned } = await sendAll(taken, (deed) => post(eventId, deed));
      if (turned.length > 0) setRefused((before) => [...before, ...turned]);
      // First the list that has them, then the queue that need not: nobody flickers.
      if (left.length < taken.length) await look();
      setOffline(left.length > 0);
      keep(without(current.current, taken, left));
    } finally {
      sending.current = false;
    }
  }, [eventId, keep, look]);

  useEffect(() => {
    void look();
    const looking = setInterval(() => void look(), LOOK_EVERY);
    const trying = setInterval(() => void send(), TRY_EVERY);
    const back = () => void send();
    window.addEventListener('online', back);
    return () => {
      clearInterval(looking);
      clearInterval(trying);
      window.removeEventListener('online', back);
    };
  }, [look, send]);

  const add = useCallback((deed: Deed) => {
    keep([...current.current, deed]);
    void send();
  }, [keep, send]);

  const shown = useMemo(() => overlaid(lines, queue), [lines, queue]);
  return { lines: shown, waiting: queue.length, refused, forgive: () => setRefused([]), offline, loaded, add };
}

/** Ids of check-ins are made here; older browsers at a fair have no randomUUID without https. */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
