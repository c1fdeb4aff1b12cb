/** Only ways inside this app: a return address must never lead to another site or back to the door. */
export function safeReturn(wanted: string | null): string {
  if (!wanted || !wanted.startsWith('/') || wanted.startsWith('//') || wanted.startsWith('/\\')) return '/';
  return wanted.startsWith('/login') || wanted.startsWith('/setup') ? '/' : wanted;
}
