import type { ReactNode } from 'react';
import { LanguageSwitch } from '../app/LanguageSwitch';
import { Logo } from '../app/Logo';

interface DoorPageProps {
  title: ReactNode;
  hint: ReactNode;
  children: ReactNode;
}

/** What stands before the house: login and first run. */
export function DoorPage({ title, hint, children }: DoorPageProps) {
  return (
    <div className="lw-door">
      <main className="lw-door-box">
        <div className="lw-door-head">
          <Logo />
          <LanguageSwitch />
        </div>
        <div className="lw-panel lw-door-panel">
          <h1>{title}</h1>
          <p className="lw-muted">{hint}</p>
          {children}
        </div>
      </main>
    </div>
  );
}
