import type { Role, Scope } from '../common/model';

const USUAL: Record<Role, Scope> = {
  admin: 'all', marketing_head: 'all', marketer: 'all', sdr: 'self', sales_head: 'department_below', salesperson: 'self', executive: 'all',
};

/** What a role usually sees; a suggestion, the administrator decides. */
export function usualScope(role: Role): Scope {
  return USUAL[role];
}
