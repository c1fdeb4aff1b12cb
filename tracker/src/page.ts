import { newId } from './ids.ts';

/** Reading means having done something lately: a page left open over lunch is not read. */
const IDLE = 5 * 60 * 1000;

const FIRST_BEAT = 10_000;
const LONGEST_PAUSE = 240_000;

/** A page in front of a visitor: how long it has been in sight, and how far it has been read. */
export class PageView {
  readonly id: string;
  readonly openedAt: number;
  announced = false;
  private inSightSince: number | undefined;
  private lastActive: number;
  private seen = 0;
  private depth = 0;
  private toldSeen = 0;
  private toldDepth = 0;
  private nextBeat = FIRST_BEAT;

  /** `clock` does not jump as the time of day may; both are in milliseconds. */
  constructor(
    readonly visit: string,
    readonly href: string,
    readonly page: string,
    readonly path: string,
    readonly referrer: string,
    private readonly clock: () => number,
    inSight: boolean,
  ) {
    this.openedAt = Date.now();
    this.id = newId(this.openedAt);
    this.lastActive = clock();
    if (inSight) this.inSightSince = this.lastActive;
  }

  shown(): void {
    this.lastActive = this.clock();
    this.inSightSince ??= this.lastActive;
  }

  hidden(): void {
    this.count();
    this.inSightSince = undefined;
  }

  active(): void {
    this.count();
    this.lastActive = this.clock();
  }

  read(depth: number): void {
    if (depth > this.depth) this.depth = Math.min(100, depth);
  }

  /** Whether it is time to say how far it is, so that a crash takes little along: less and less often. */
  beat(): boolean {
    this.count();
    if (this.seen < this.nextBeat) return false;
    this.nextBeat = this.seen + Math.min(this.seen, LONGEST_PAUSE);
    return true;
  }

  /** What has been read so far, if that is news. */
  news(): { page: string; ms: number; depth: number } | undefined {
    this.count();
    const ms = Math.round(this.seen);
    if (ms - this.toldSeen < 500 && this.depth === this.toldDepth) return undefined;
    this.toldSeen = ms;
    this.toldDepth = this.depth;
    return { page: this.id, ms, depth: this.depth };
  }

  private count(): void {
    if (this.inSightSince === undefined) return;
    const now = this.clock();
    const until = Math.min(now, this.lastActive + IDLE);
    if (until > this.inSightSince) this.seen += until - this.inSightSince;
    this.inSightSince = now;
  }
}

/** How much of the page, or of the part of it that is the content, is in sight or has been passed. */
export function depthOf(scrolled?: EventTarget | null): number {
  const root = document.documentElement;
  const content = document.querySelector('[data-lw-content]');
  if (content) {
    const { top, height } = content.getBoundingClientRect();
    return share(innerHeight - top, height);
  }
  // Some apps scroll a part of the page that is as good as the page.
  if (scrolled instanceof Element && scrolled !== root && scrolled.clientHeight > innerHeight / 2) {
    return share(scrolled.scrollTop + scrolled.clientHeight, scrolled.scrollHeight);
  }
  return share(scrollY + innerHeight, root.scrollHeight);
}

function share(seen: number, whole: number): number {
  return whole > 0 ? Math.max(0, Math.min(100, Math.round((seen / whole) * 100))) : 0;
}

/** What the page is about, by the name the site gave it. */
export function contentOf(said: string | undefined): string | undefined {
  return (
    document.querySelector('[data-lw-content]')?.getAttribute('data-lw-content') ||
    document.querySelector('meta[name="lw:content"]')?.getAttribute('content') ||
    said
  );
}
