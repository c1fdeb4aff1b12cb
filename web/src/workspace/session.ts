import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import type { Language, Permission } from '../common/model';
import type { Session, SessionUser } from './model';

export const SESSION_KEY = ['session'];

export function useSession() {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: ({ signal }) => api.get<Session>('/session', {}, signal),
    staleTime: Infinity,
  });
}

/** Only below RequireSession, where a user is certain. */
export function useUser(): SessionUser {
  const user = useSession().data?.user;
  if (!user) throw new Error('useUser outside a signed-in page');
  return user;
}

/** Whether the signed-in person holds a permission; the server decides again on every call. */
export function useCan(): (permission: Permission) => boolean {
  const permissions = useSession().data?.user?.permissions ?? [];
  return (permission) => permissions.includes(permission);
}

/** What the former person saw in this tab; the session itself stays, for the app hangs on it. */
const ofThePerson = { predicate: (query: { queryKey: readonly unknown[] }) => query.queryKey[0] !== SESSION_KEY[0] };

function enter(session: Session): void {
  queryClient.removeQueries(ofThePerson);
  queryClient.setQueryData(SESSION_KEY, session);
}

export function useLogin() {
  return useMutation({
    mutationFn: (credentials: { email: string; password: string }) => api.post<Session>('/login', credentials),
    onSuccess: enter,
  });
}

export interface SetupDraft {
  code: string;
  workspaceName: string;
  name: string;
  email: string;
  password: string;
  locale: Language;
}

export function useSetup() {
  return useMutation({ mutationFn: (draft: SetupDraft) => api.post<Session>('/setup', draft), onSuccess: enter });
}

/** The server forgot the session, or the person left: keep the workspace's name, drop all else. */
export function leave(): void {
  const before = queryClient.getQueryData<Session>(SESSION_KEY);
  if (!before || before.state !== 'signedIn') return;
  queryClient.setQueryData<Session>(SESSION_KEY, { ...before, state: 'anonymous', user: null });
  // Once the pages are gone: removed under their eyes, they would all ask again and be refused.
  setTimeout(() => queryClient.removeQueries({ ...ofThePerson, type: 'inactive' }), 500);
}

export function useLogout() {
  return useMutation({ mutationFn: () => api.post<void>('/logout'), onSettled: leave });
}

export interface MeDraft {
  name?: string;
  locale?: Language;
  currentPassword?: string;
  newPassword?: string;
}

export function useUpdateMe() {
  return useMutation({
    mutationFn: (draft: MeDraft) => api.patch<SessionUser>('/me', draft),
    onSuccess: (user) =>
      queryClient.setQueryData<Session>(SESSION_KEY, (session) => (session ? { ...session, user } : session)),
  });
}
