import type { ReactNode } from 'react';
import type { Permission } from '../common/model';
import { useCan } from '../workspace/session';
import { Forbidden } from './Forbidden';

/** A page for those who hold the permission; the 403 page for the rest. */
export function Guard({ need, children }: { need: Permission; children: ReactNode }) {
  const can = useCan();
  return can(need) ? children : <Forbidden />;
}
