import type { ReactNode } from 'react';

interface PageHeadProps {
  title: ReactNode;
  hint?: ReactNode;
  actions?: ReactNode;
}

export function PageHead({ title, hint, actions }: PageHeadProps) {
  return (
    <header className="lw-head">
      <h1>{title}</h1>
      {actions && <div className="lw-actions">{actions}</div>}
      {hint && <p className="lw-muted">{hint}</p>}
    </header>
  );
}
