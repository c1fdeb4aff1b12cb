import type { MoneyUnit } from '../model';
import { DASH } from './numbers';

/** Fen in one unit of each: 元 = 100 分, 万元 = 10⁶ 分, 亿元 = 10¹⁰ 分. */
const FEN_PER: Record<MoneyUnit, number> = { yuan: 100, wan: 1_000_000, yi: 10_000_000_000 };

function grouped(value: number, minimum: number, maximum: number): string {
  return new Intl.NumberFormat('en-US', {
    minimumFractionDigits: minimum,
    maximumFractionDigits: maximum,
  }).format(value);
}

/** Money in the unit asked for, without the unit's name (the header carries it). Missing money is a dash, never a zero. */
export function formatMoney(fen: number | null | undefined, unit: MoneyUnit): string {
  if (fen === null || fen === undefined) return DASH;
  const value = fen / FEN_PER[unit];
  if (fen === 0) return '0';
  if (unit === 'yuan') return Number.isInteger(value) ? grouped(value, 0, 0) : grouped(value, 2, 2);
  // Two decimals are what people read; a small sum must still not look like nothing.
  if (Math.abs(value) >= 0.01) return grouped(value, 2, 2);
  return Math.abs(value) >= 0.0001 ? grouped(value, 4, 4) : '<0.0001';
}

/** The exact sum to the 分, for hovers and audits. */
export function formatExactMoney(fen: number | null | undefined): string {
  if (fen === null || fen === undefined) return DASH;
  return `¥${grouped(fen / 100, 2, 2)}`;
}

/** What a person typed in 元 as whole 分; rounding once here keeps floating point out of every sum. */
export function yuanToFen(yuan: number): number {
  return Math.round(yuan * 100);
}
