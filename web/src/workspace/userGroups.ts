import type { User } from './model';

export const USER_GROUPS = ['signIn', 'dataOnly', 'inactive'] as const;
export type UserGroup = (typeof USER_GROUPS)[number];

/** Colleagues who sign in, names known only from files, and those who left. */
export function userGroupOf(user: User): UserGroup {
  if (!user.active) return 'inactive';
  return user.canSignIn ? 'signIn' : 'dataOnly';
}
