import type { ReactNode } from 'react';

interface ListCardsProps<T> {
  rows: T[];
  rowKey: (row: T) => string;
  card: (row: T) => ReactNode;
  onOpen: ((row: T) => void) | undefined;
}

/** What a table becomes on a phone: the same rows, one under the other, big enough for a thumb. */
export function ListCards<T>({ rows, rowKey, card, onOpen }: ListCardsProps<T>) {
  return (
    <ul className="lw-cards">
      {rows.map((row) => (
        <li key={rowKey(row)}>
          {onOpen ? (
            <div
              role="button"
              tabIndex={0}
              className="lw-card lw-card-open"
              onClick={(event) => {
                if (!(event.target as HTMLElement).closest('a,button,input')) onOpen(row);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && event.target === event.currentTarget) onOpen(row);
              }}
            >
              {card(row)}
            </div>
          ) : (
            <div className="lw-card">{card(row)}</div>
          )}
        </li>
      ))}
    </ul>
  );
}
