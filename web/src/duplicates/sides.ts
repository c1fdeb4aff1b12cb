/** A value as a list of none or one, as identifiers come in lists of any. */
export function sideValues(value: string | null | undefined): string[] {
  return value ? [value] : [];
}

/** The weights of a waterfall as shares of the largest one, so that bars can be drawn beside each other. */
export function shares(weights: readonly number[]): number[] {
  const most = Math.max(1, ...weights.map(Math.abs));
  return weights.map((weight) => weight / most);
}
