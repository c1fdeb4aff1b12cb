import type { ReactNode } from 'react';

interface RecordSectionProps {
  title: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
}

/** A titled block inside a record, a cockpit or a settings page. */
export function RecordSection({ title, extra, children }: RecordSectionProps) {
  return (
    <section className="lw-section">
      <header>
        <h3>{title}</h3>
        {extra}
      </header>
      {children}
    </section>
  );
}
