import type { PlanEntry, PlanStatus } from './model';
import { PLAN_STATUSES } from './model';
import type { Move } from './plan';

export function column(entries: readonly PlanEntry[], status: PlanStatus): PlanEntry[] {
  return entries.filter((entry) => entry.status === status).sort((one, other) => one.place - other.place);
}

/** The plan after a move, as the server will have it. */
export function moved(entries: readonly PlanEntry[], move: Move): PlanEntry[] {
  const card = entries.find((entry) => entry.id === move.id);
  if (!card) return [...entries];
  const target = column(entries, move.status).filter((entry) => entry.id !== move.id);
  const at = target.findIndex((entry) => entry.id === move.before);
  target.splice(at < 0 ? target.length : at, 0, { ...card, status: move.status });
  const placed = new Map(target.map((entry, index) => [entry.id, { ...entry, place: index + 1 }]));
  return entries.map((entry) => placed.get(entry.id) ?? entry);
}

/** Where a card stands now, as a move back to it. */
export function whereItWas(entries: readonly PlanEntry[], id: string): Move | undefined {
  const card = entries.find((entry) => entry.id === id);
  if (!card) return undefined;
  const cards = column(entries, card.status);
  return { id, status: card.status, before: cards[cards.findIndex((entry) => entry.id === id) + 1]?.id ?? null };
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** A step of the keyboard: within the column, or to the foot of the next one; undefined where there is no further. */
export function stepped(entries: readonly PlanEntry[], id: string, direction: Direction): Move | undefined {
  const card = entries.find((entry) => entry.id === id);
  if (!card) return undefined;
  if (direction === 'left' || direction === 'right') {
    const status = PLAN_STATUSES[PLAN_STATUSES.indexOf(card.status) + (direction === 'left' ? -1 : 1)];
    return status && { id, status, before: null };
  }
  const cards = column(entries, card.status);
  const at = cards.findIndex((entry) => entry.id === id);
  if (direction === 'up') {
    const above = cards[at - 1];
    return above && { id, status: card.status, before: above.id };
  }
  return cards[at + 1] && { id, status: card.status, before: cards[at + 2]?.id ?? null };
}
