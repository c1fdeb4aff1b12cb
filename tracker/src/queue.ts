import { newId } from './ids.ts';
import { itemNames, readItem, writeItem } from './memory.ts';

/** A hit as it goes over the wire; what the server does not know it passes over. */
export interface Hit {
  id: string;
  at: number;
  name: string;
  visit: string;
  [field: string]: unknown;
}

/** What all hits of a delivery have in common. */
export type Envelope = () => Record<string, unknown>;

const MOST_HITS = 20;

/** A browser gives up on more when a page closes. */
const LARGEST = 60_000;

/** Room for what the hits of a delivery have in common. */
const ENVELOPE = 1_000;

/** What waits for a server that cannot be reached is bounded. */
const MOST_WAITING = 100;

/** The server knows repeats for a week. */
const OLDEST = 6 * 24 * 3600 * 1000;

const KEPT = 'lw_q_';

/**
 * Hits until the server has said that it has them. They are sent again with the same ids, also by
 * the next page, so none is lost with a page and none counts twice.
 */
export class Queue {
  private waiting: Hit[] = [];
  private sending = false;
  private failures = 0;
  /** Given to the browser when the page was left, and not yet known to have arrived. */
  private readonly handed = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly name = KEPT + newId();

  constructor(
    private readonly endpoint: string,
    private readonly envelope: Envelope,
  ) {}

  add(hit: Hit): void {
    this.waiting = [...this.waiting, hit].slice(-MOST_WAITING);
    this.keep();
  }

  /** Takes over what other pages left behind. One that is still open may send it too: no harm. */
  adopt(now: number): void {
    const ids = new Set(this.waiting.map((hit) => hit.id));
    for (const name of itemNames(KEPT)) {
      if (name === this.name) continue;
      for (const hit of parsed(readItem(name))) {
        if (now - hit.at < OLDEST && !ids.has(hit.id)) {
          ids.add(hit.id);
          this.waiting.push(hit);
        }
      }
      writeItem(name, undefined);
    }
    this.waiting = this.waiting.slice(-MOST_WAITING);
    this.keep();
  }

  /** Forgets everything, here and for the next pages. */
  clear(): void {
    this.waiting = [];
    itemNames(KEPT).forEach((name) => writeItem(name, undefined));
  }

  sendSoon(ms: number): void {
    if (this.timer === undefined) {
      this.timer = setTimeout(() => {
        this.timer = undefined;
        this.send();
      }, ms);
    }
  }

  send(): void {
    if (this.sending || this.waiting.length === 0) return;
    const hits = this.next(this.waiting);
    this.sending = true;
    fetch(this.endpoint, { method: 'POST', body: this.body(hits), keepalive: true, credentials: 'include' }).then(
      (answer) => {
        // What was refused for good is not asked again.
        const later = answer.status >= 500 || answer.status === 429 || answer.status === 408;
        this.sent(later ? [] : hits, Number(answer.headers.get('Retry-After')) * 1000);
      },
      () => this.sent([], 0),
    );
  }

  /** The page goes away: handed to the browser, with nobody left to hear the answer. */
  sendLast(): void {
    let rest = this.waiting.filter((hit) => !this.handed.has(hit.id));
    while (rest.length > 0) {
      const hits = this.next(rest);
      if (!navigator.sendBeacon?.(this.endpoint, this.body(hits))) return;
      hits.forEach((hit) => this.handed.add(hit.id));
      rest = rest.slice(hits.length);
    }
  }

  private sent(hits: Hit[], wait: number): void {
    this.sending = false;
    if (hits.length > 0) {
      this.failures = 0;
      const done = new Set(hits.map((hit) => hit.id));
      done.forEach((id) => this.handed.delete(id));
      this.waiting = this.waiting.filter((hit) => !done.has(hit.id));
      this.keep();
      this.send();
    } else {
      // Twice as long each time, and not all pages at the same moment.
      const pause = 1000 * 2 ** Math.min(this.failures++, 8) * (0.5 + Math.random());
      this.sendSoon(Math.max(wait || 0, pause));
    }
  }

  private next(from: Hit[]): Hit[] {
    const hits: Hit[] = [];
    let size = ENVELOPE;
    for (const hit of from) {
      size += new Blob([JSON.stringify(hit)]).size;
      if (hits.length > 0 && (hits.length === MOST_HITS || size > LARGEST)) break;
      hits.push(hit);
    }
    return hits;
  }

  private body(hits: Hit[]): string {
    return JSON.stringify({ ...this.envelope(), sent: Date.now(), hits });
  }

  private keep(): void {
    writeItem(this.name, this.waiting.length > 0 ? JSON.stringify(this.waiting) : undefined);
  }
}

function parsed(text: string | undefined): Hit[] {
  try {
    const hits: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(hits) ? hits.filter((hit) => hit && typeof hit.id === 'string') : [];
  } catch {
    return [];
  }
}
