import type { ReactNode } from 'react';

interface ListCardProps {
  title: ReactNode;
  /** Beside the title: a stage, a status. */
  mark?: ReactNode;
  lines?: ReactNode[];
  /** Label and figure pairs at the foot. */
  figures?: { label: string; value: ReactNode }[];
  actions?: ReactNode;
}

/** The usual inside of a card: a title with its mark, a few lines, figures at the foot. */
export function ListCard({ title, mark, lines = [], figures = [], actions }: ListCardProps) {
  return (
    <>
      <div className="lw-card-head">
        <strong>{title}</strong>
        {mark}
      </div>
      {lines.filter(Boolean).map((line, index) => (
        // Lines have no identity of their own and never move.
        <div key={index} className="lw-card-line">
          {line}
        </div>
      ))}
      {figures.length > 0 && (
        <div className="lw-card-figures">
          {figures.map((figure) => (
            <span key={figure.label}>
              <span className="lw-muted">{figure.label}</span> {figure.value}
            </span>
          ))}
        </div>
      )}
      {actions && <div className="lw-card-actions">{actions}</div>}
    </>
  );
}
