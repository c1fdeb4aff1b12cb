import { Fragment, type ReactNode } from 'react';

/** A few facts in a line, parted by dots. A line that is too long breaks between them, not inside a date. */
export function Parts({ of }: { of: ReactNode[] }) {
  return of.filter(Boolean).map((part, index) => (
    // They have no identity of their own and never move.
    <Fragment key={index}>
      {index > 0 && ' · '}
      <span className="lw-part">{part}</span>
    </Fragment>
  ));
}
