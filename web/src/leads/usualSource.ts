/** What most facts say of where they come from; said once, so that only the others need to say it. */
export function usualSource(sources: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const source of sources) if (source) counts.set(source, (counts.get(source) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && most[1] > 1 ? most[0] : undefined;
}
