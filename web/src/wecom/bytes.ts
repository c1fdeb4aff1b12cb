/** Bytes as Tencent counts them: UTF-8, so a Chinese character takes three. */
export function bytes(text: string | null | undefined): number {
  return new TextEncoder().encode(text ?? '').length;
}

/** What a long text is cut to so that it fits, never in the middle of a character. */
export function fits(text: string, most: number): boolean {
  return bytes(text) <= most;
}
