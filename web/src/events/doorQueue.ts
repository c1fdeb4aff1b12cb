import type { DoorLine } from './model';

/** What was done at the door. Each carries an id made here, so sending it twice changes nothing. */
export type Deed =
  | { kind: 'checkIn'; id: string; attendeeId: string; way: 'scan' | 'search'; at: string }
  | { kind: 'walkIn'; id: string; name: string; phone: string; company?: string; at: string }
  | { kind: 'undo'; id: string; checkInId: string };

/** What the server would not take, with its reason: a person must look at it. */
export interface Refused {
  deed: Deed;
  reason: string;
}

export type Answer = { kind: 'done' } | { kind: 'refused'; reason: string } | { kind: 'later' };

export interface Sent {
  left: Deed[];
  refused: Refused[];
}

/** Sends in the order things happened; stops where there is no net and keeps the rest. */
export async function sendAll(queue: Deed[], post: (deed: Deed) => Promise<Answer>): Promise<Sent> {
  const refused: Refused[] = [];
  for (let i = 0; i < queue.length; i += 1) {
    const deed = queue[i] as Deed;
    const answer = await post(deed);
    if (answer.kind === 'later') return { left: queue.slice(i), refused };
    if (answer.kind === 'refused') refused.push({ deed, reason: answer.reason });
  }
  return { left: [], refused };
}

/** What was added while the others were sent is kept behind those that are left. */
export function without(queue: Deed[], sent: Deed[], left: Deed[]): Deed[] {
  const gone = new Set(sent.map((deed) => deed.id));
  left.forEach((deed) => gone.delete(deed.id));
  return queue.filter((deed) => !gone.has(deed.id));
}

/** The list as it will be once everything is sent. */
export function overlaid(lines: DoorLine[], queue: Deed[]): DoorLine[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  for (const deed of queue) {
    if (deed.kind === 'checkIn') {
      const line = byId.get(deed.attendeeId);
      if (line && !line.checkInId) byId.set(line.id, { ...line, status: 'approved', checkInId: deed.id, checkedInAt: deed.at });
    } else if (deed.kind === 'walkIn') {
      byId.set(deed.id, {
        id: deed.id, token: '', name: deed.name, company: deed.company ?? null, phoneEnd: deed.phone.slice(-4),
        status: 'approved', checkInId: deed.id, checkedInAt: deed.at,
      });
    } else {
      for (const line of byId.values()) {
        if (line.checkInId === deed.checkInId) byId.set(line.id, { ...line, checkInId: null, checkedInAt: null });
      }
    }
  }
  return [...byId.values()];
}

/** The token in a code: the end of the address of a personal page. */
export function tokenOf(code: string): string | null {
  return /\/ticket\/([A-Za-z0-9_-]{20,60})(?:[/?#]|$)/.exec(code.trim())?.[1] ?? null;
}

/** By name, company, or the end of the phone; nothing typed finds everybody. */
export function found(lines: DoorLine[], typed: string): DoorLine[] {
  const text = typed.trim().toLowerCase();
  const digits = text.replace(/\D/g, '');
  const hits = text === ''
    ? lines
    : lines.filter(
        (line) =>
          (line.name ?? '').toLowerCase().includes(text) ||
          (line.company ?? '').toLowerCase().includes(text) ||
          (digits.length >= 4 && digits.length === text.replace(/[\s-]/g, '').length && line.phoneEnd === digits.slice(-4)),
      );
  return [...hits].sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'zh-CN'));
}

interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const key = (eventId: string) => `lw-door:${eventId}`;

function isDeed(value: unknown): value is Deed {
  return typeof value === 'object' && value !== null && 'id' in value && 'kind' in value
    && ['checkIn', 'walkIn', 'undo'].includes(String((value as Deed).kind));
}

/** What was not sent before the page was closed. */
export function stored(shelf: Shelf, eventId: string): Deed[] {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(key(eventId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isDeed) : [];
  } catch {
    return [];
  }
}

export function store(shelf: Shelf, eventId: string, queue: Deed[]): void {
  if (queue.length === 0) shelf.removeItem(key(eventId));
  else shelf.setItem(key(eventId), JSON.stringify(queue));
}
