import { FUNNEL_STAGES, type Stage } from '../common/model';
import type { LedgerRow } from './model';

export interface Stay {
  stage: Stage;
  enteredAt: string;
  /** Null while the lead is still there. */
  leftAt: string | null;
  /** Negative when the times in the source contradict each other; shown, never hidden. */
  milliseconds: number;
  actor: string | null;
  reason: string | null;
  leaveReason: string | null;
  implied: boolean;
}

/**
 * A lead at a later stage of the funnel has passed the earlier ones; those nobody recorded are implied, at the time of the
 * first later entry, exactly as the reports count them.
 */
export function withImplied(ledger: readonly LedgerRow[]): LedgerRow[] {
  if (ledger.some((row) => row.implied !== undefined)) return [...ledger];
  const firstEntry = (stage: Stage) =>
    ledger.filter((row) => row.stage === stage && row.move === 'enter').map((row) => row.at).sort((a, b) => Date.parse(a) - Date.parse(b))[0];
  const missing = FUNNEL_STAGES.flatMap((stage, index): LedgerRow[] => {
    if (firstEntry(stage)) return [];
    const later = FUNNEL_STAGES.slice(index + 1).flatMap((other) => firstEntry(other) ?? []);
    const at = later.sort((a, b) => Date.parse(a) - Date.parse(b))[0];
    return at ? [{ stage, move: 'enter', at, implied: true }] : [];
  });
  return [...missing, ...ledger];
}

/**
 * The append-only ledger as stays. Sources often tell only the entering; then the next entering ends the stay.
 * Rows stay in the order told for equal times, because implied stages carry the time of the stage that implies them.
 */
export function staysOf(ledger: readonly LedgerRow[], now: number): Stay[] {
  const rows = ledger.map((row, index) => ({ row, index, time: Date.parse(row.at) }));
  rows.sort((a, b) => a.time - b.time || a.index - b.index);
  const enters = rows.filter(({ row }) => row.move === 'enter');
  const used = new Set<number>();
  return enters.map(({ row, time }, position) => {
    const next = enters[position + 1];
    const leave = rows.find(
      (other) => other.row.move === 'leave' && other.row.stage === row.stage && other.time >= time && !used.has(other.index),
    );
    if (leave) used.add(leave.index);
    const leftAt = leave?.row.at ?? next?.row.at ?? null;
    return {
      stage: row.stage,
      enteredAt: row.at,
      leftAt,
      milliseconds: (leftAt ? Date.parse(leftAt) : now) - time,
      actor: row.actor ?? null,
      reason: row.reason ?? null,
      leaveReason: leave?.row.reason ?? null,
      implied: row.implied ?? false,
    };
  });
}

export type StayUnit = 'minutes' | 'hours' | 'days';

/** The unit people say: minutes under an hour, hours under two days, days beyond. */
export function stayLength(milliseconds: number): { unit: StayUnit; value: number } {
  const minutes = milliseconds / 60_000;
  const size = Math.abs(minutes);
  if (size < 60) return { unit: 'minutes', value: Math.round(minutes) };
  if (size < 48 * 60) return { unit: 'hours', value: Math.round(minutes / 6) / 10 };
  return { unit: 'days', value: Math.round(minutes / 144) / 10 };
}
