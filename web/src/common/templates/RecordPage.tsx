import type { ReactNode } from 'react';
import { RecordBody, type RecordBodyProps } from './RecordBody';

/** The record template as a page of its own, for links that are sent around. */
export function RecordPage({ back, ...body }: RecordBodyProps & { back: ReactNode }) {
  return (
    <section className="lw-page">
      <div>{back}</div>
      <div className="lw-panel">
        <RecordBody {...body} />
      </div>
    </section>
  );
}
