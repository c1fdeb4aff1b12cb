import type { ReactNode } from 'react';

interface PageHeadProps {
  title: ReactNode;
  hint?: ReactNode;
  actions?: ReactNode;
}

export function PageHead({ title, hint, actions }: PageHeadProps) {
  return (
    <header className="lw-head">
      <div className="lw-head-text">
        <h1>{title}</h1>
        {hint && <p className="lw-muted">{hint}</p>}
      </div>
      {actions && <div className="lw-actions">{actions}</div>}
    </header>
  );
}
