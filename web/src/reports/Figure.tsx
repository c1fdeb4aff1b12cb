import { formatNumber } from '../common/format/numbers';

/** A count that opens to the leads behind it; nothing stands behind a zero. */
export function Figure({ value, label, onOpen }: { value: number | null | undefined; label: string; onOpen: () => void }) {
  if (!value) return <span className="lw-num">{formatNumber(value)}</span>;
  return (
    <button type="button" className="lw-figure" aria-label={`${label} ${formatNumber(value)}`} onClick={onOpen}>
      {formatNumber(value)}
    </button>
  );
}
