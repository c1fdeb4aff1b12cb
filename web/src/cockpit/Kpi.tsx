import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface KpiProps {
  label: string;
  value: ReactNode;
  /** Small print: comparisons, the other end of a range. */
  notes?: ReactNode[];
  /** Opens the people behind the figure. */
  onOpen?: (() => void) | undefined;
  /** Or leads to the page that explains it. */
  to?: string;
  hint?: string;
}

/** One figure that can be opened. */
export function Kpi({ label, value, notes = [], onOpen, to, hint }: KpiProps) {
  const inside = (
    <>
      <span className="lw-kpi-label">{label}</span>
      <span className="lw-kpi-value lw-num">{value}</span>
      <span className="lw-kpi-notes">
        {notes.map((note, index) => (
          // Notes have no identity and never move.
          <span key={index}>{note}</span>
        ))}
      </span>
    </>
  );
  if (to)
    return (
      <Link to={to} className="lw-kpi lw-kpi-open" title={hint}>
        {inside}
      </Link>
    );
  if (onOpen)
    return (
      <button type="button" className="lw-kpi lw-kpi-open" onClick={onOpen} title={hint}>
        {inside}
      </button>
    );
  return <div className="lw-kpi">{inside}</div>;
}
