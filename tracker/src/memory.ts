import { campaignOf } from './address.ts';
import { isId, newId } from './ids.ts';

const VISITOR = 'lw_v';
const VISIT = 'lw_s';
const CONSENT = 'lw_c';

/** The longest that browsers grant. */
const VISITOR_AGE = 400 * 24 * 3600;

/** A visit ends after so long a pause: its cookie has run out then. */
const PAUSE = 1800;

/**
 * Who visits, and in which visit: in cookies, or only in this page's memory where there are none.
 * Nothing is written before it may be.
 */
export class Memory {
  private visitorId: string | undefined;
  private visitMark: string | undefined;
  private visitUntil = 0;

  constructor(
    private readonly domain: string | undefined,
    private readonly now: () => number,
  ) {}

  /** Version of the text that was consented to, here or on an earlier page. */
  get consent(): string | undefined {
    return readItem(CONSENT);
  }

  set consent(version: string | undefined) {
    writeItem(CONSENT, version);
  }

  /** The visitor's id; made when there is none. */
  visitor(): string {
    const kept = readCookie(VISITOR);
    const id = isId(kept) ? kept : (this.visitorId ?? newId(this.now()));
    if (id !== this.visitorId || id !== kept) {
      this.visitorId = id;
      this.write(VISITOR, id, VISITOR_AGE);
    }
    return id;
  }

  /** Whether the visitor's id outlives the page. */
  keeps(): boolean {
    return this.visitorId !== undefined && readCookie(VISITOR) === this.visitorId;
  }

  /** Whether the next hit begins a new visit. */
  paused(): boolean {
    return this.mark() === undefined;
  }

  /**
   * The id of the visit, which this goes on with. A new one begins after a pause, and when the
   * address names a campaign that is not the one that the visit came by.
   */
  visit(href: string): string {
    let [id, campaign = ''] = (this.mark() ?? '').split('.');
    const named = campaignOf(href);
    if (!isId(id) || (named && named !== campaign)) {
      id = newId(this.now());
      campaign = named;
    }
    this.visitMark = `${id}.${campaign}`;
    this.visitUntil = this.now() + PAUSE * 1000;
    this.write(VISIT, this.visitMark, PAUSE);
    return id;
  }

  forget(): void {
    this.visitorId = this.visitMark = this.consent = undefined;
    this.visitUntil = 0;
    this.write(VISITOR, '', 0);
    this.write(VISIT, '', 0);
  }

  private mark(): string | undefined {
    return readCookie(VISIT) ?? (this.visitUntil > this.now() ? this.visitMark : undefined);
  }

  private write(name: string, value: string, age: number): void {
    const host = location.hostname;
    const domain = this.domain && `.${host}`.endsWith(`.${this.domain}`) ? `;domain=${this.domain}` : '';
    const secure = location.protocol === 'https:' ? ';secure' : '';
    try {
      document.cookie = `${name}=${value};path=/;max-age=${age};samesite=lax${domain}${secure}`;
    } catch {
      // A sandboxed frame has none: then it is this page's memory alone.
    }
  }
}

function readCookie(name: string): string | undefined {
  try {
    return document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  } catch {
    return undefined;
  }
}

/** Some browsers throw when storage is switched off or full: then nothing is kept. */
export function readItem(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writeItem(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Not kept, then.
  }
}

export function itemNames(start: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(start));
  } catch {
    return [];
  }
}
