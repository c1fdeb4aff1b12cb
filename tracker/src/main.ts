import { pageOf, pathOf } from './address.ts';
import { newId } from './ids.ts';
import { Memory } from './memory.ts';
import { contentOf, depthOf, PageView } from './page.ts';
import { Queue } from './queue.ts';
import { type Settings, settingsOf, type SiteSettings } from './settings.ts';

declare const LW_SETTINGS: SiteSettings;

/** Long enough for an app to have given its page a title. */
const ANNOUNCE_AFTER = 400;
const LOOK_EVERY = 5_000;
const LONGEST_URL = 3_900;
const LONGEST_TITLE = 300;
const MOST_HELD = 20;

type Command = (...words: unknown[]) => void;

interface Door {
  (...words: unknown[]): void;
  /** Commands given before the script was there. */
  q?: ArrayLike<unknown>[];
  /** One for each script on the page. */
  run?: Command[];
}

declare global {
  interface Window {
    lw?: Door;
  }
  interface Document {
    prerendering?: boolean;
  }
  interface Navigator {
    globalPrivacyControl?: boolean;
  }
}

class Tracking {
  private readonly memory: Memory;
  private readonly queue: Queue;
  private page: PageView | undefined;
  private announcing: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  /** Commands given before there was consent. */
  private held: unknown[][] = [];

  constructor(private readonly settings: Settings) {
    this.memory = new Memory(settings.cookieDomain, Date.now);
    this.queue = new Queue(settings.endpoint, () => ({
      visitor: this.memory.visitor(),
      keep: this.memory.keeps(),
      consent: this.memory.consent,
      lang: navigator.language,
      screen: `${screen.width}x${screen.height}`,
    }));
  }

  begin(): void {
    if (!this.settings.consentNeeded || this.memory.consent) this.run();
  }

  command(words: unknown[]): void {
    const [what, first, second] = words;
    if (what === 'consent') this.consent(first === 'granted', second);
    else if (what === 'visitor') this.tell(first);
    else if (!this.running) this.held = [...this.held, words].slice(-MOST_HELD);
    else if (what === 'page') this.open(document.referrer, first as Record<string, unknown>);
    else if (what === 'hit') this.hit(String(first), second);
  }

  private consent(granted: boolean, version: unknown): void {
    if (granted) {
      this.memory.consent = String(version ?? this.settings.consentVersion);
      if (!this.running) this.run();
    } else {
      this.running = false;
      this.held = [];
      this.queue.clear();
      this.memory.forget();
    }
  }

  private run(): void {
    const first = this.page === undefined;
    this.running = true;
    this.queue.adopt(Date.now());
    this.open(document.referrer);
    if (first) this.listen();
    const held = this.held;
    this.held = [];
    held.forEach((words) => this.command(words));
  }

  /** To a form, which sends them along with what the visitor typed. */
  private tell(callback: unknown): void {
    if (typeof callback !== 'function') return;
    if (this.running) callback(this.memory.visitor(), this.memory.visit(location.href));
    else callback();
  }

  private open(referrer: string, said: Record<string, unknown> = {}): void {
    this.close();
    const href = String(said.url ?? location.href).slice(0, LONGEST_URL);
    const page = new PageView(
      this.memory.visit(href),
      href,
      pageOf(location),
      pathOf(location),
      referrer.slice(0, LONGEST_URL),
      () => performance.now(),
      !document.hidden,
    );
    this.page = page;
    this.announcing = setTimeout(() => {
      this.announce(said);
      page.read(depthOf());
      this.queue.sendSoon(0);
    }, ANNOUNCE_AFTER);
  }

  private announce(said: Record<string, unknown> = {}): void {
    const page = this.page;
    if (!page || page.announced) return;
    clearTimeout(this.announcing);
    page.announced = true;
    this.queue.add({
      id: page.id,
      at: page.openedAt,
      name: 'page',
      visit: page.visit,
      url: page.href,
      title: String(said.title ?? document.title).slice(0, LONGEST_TITLE) || undefined,
      referrer: /^https?:/.test(page.referrer) ? page.referrer : undefined,
      content: said.content ?? contentOf(this.settings.content),
    });
  }

  private close(): void {
    this.announce();
    this.news();
  }

  private news(): void {
    const news = this.page?.news();
    if (this.page && news) {
      this.queue.add({ id: newId(), at: Date.now(), name: 'dwell', visit: this.page.visit, ...news });
      this.memory.visit(this.page.href);
    }
  }

  private hit(name: string, props: unknown): void {
    this.announce();
    this.queue.add({
      id: newId(),
      at: Date.now(),
      name: name.slice(0, 64),
      visit: this.memory.visit(location.href),
      page: this.page?.id,
      url: location.href.slice(0, LONGEST_URL),
      content: contentOf(this.settings.content),
      props: props && typeof props === 'object' ? props : undefined,
    });
    this.queue.sendSoon(100);
  }

  private moved(replaced: boolean): void {
    const page = this.page;
    if (!this.running || !page) return;
    const same = replaced ? pathOf(location) === page.path : pageOf(location) === page.page;
    if (!same) this.open(page.href);
  }

  private away(): void {
    if (!this.running) return;
    this.page?.hidden();
    this.close();
    this.queue.sendLast();
  }

  private back(): void {
    if (!this.running) return;
    // After a long pause the same page is the beginning of a new visit.
    if (this.memory.paused()) this.open('');
    else this.page?.shown();
    this.queue.sendSoon(1000);
  }

  private listen(): void {
    const passive = { passive: true, capture: true };
    let scrolling: ReturnType<typeof setTimeout> | undefined;
    document.addEventListener(
      'scroll',
      (event) => {
        this.page?.active();
        scrolling ??= setTimeout(() => {
          scrolling = undefined;
          this.page?.read(depthOf(event.target as EventTarget));
        }, 200);
      },
      passive,
    );
    for (const sign of ['pointerdown', 'pointermove', 'keydown', 'touchstart', 'wheel']) {
      document.addEventListener(sign, () => this.page?.active(), passive);
    }
    document.addEventListener('visibilitychange', () => (document.hidden ? this.away() : this.back()));
    addEventListener('pagehide', () => this.away());
    // From the browser's memory of pages: seen again, so opened again.
    addEventListener('pageshow', (event) => event.persisted && this.running && this.open(document.referrer));
    addEventListener('online', () => this.queue.send());
    addEventListener('popstate', () => this.moved(false));
    addEventListener('hashchange', () => this.moved(false));
    for (const name of ['pushState', 'replaceState'] as const) {
      const original = history[name];
      history[name] = (...state: Parameters<typeof original>) => {
        original.apply(history, state);
        this.moved(name === 'replaceState');
      };
    }
    setInterval(() => {
      if (this.running && this.page?.beat()) {
        this.news();
        this.queue.send();
      }
    }, LOOK_EVERY);
  }
}

function start(): void {
  const script = document.currentScript;
  const signal = navigator.doNotTrack === '1' || navigator.globalPrivacyControl;
  let tracking: Tracking | undefined;
  if (script instanceof HTMLScriptElement && script.src) {
    const settings = settingsOf(LW_SETTINGS, script.src, script.dataset);
    if (!(settings.doNotTrack && signal)) tracking = new Tracking(settings);
  }
  const before = window.lw;
  const run = before?.run ?? [];
  const early = before?.run ? [] : (before?.q ?? []);
  const door: Door = (...words) => run.forEach((command) => command(...words));
  door.run = run;
  window.lw = door;
  if (!tracking) return;
  const mine = tracking;
  run.push((...words) => mine.command(words));
  if (document.prerendering) document.addEventListener('prerenderingchange', () => mine.begin(), { once: true });
  else mine.begin();
  Array.from(early).forEach((words) => mine.command(Array.from(words)));
}

start();
