/** As much of a browser as the tracker's parts ask for. */
export class Jar {
  private readonly cookies = new Map<string, { value: string; until: number }>();
  now = 0;
  off = false;

  get cookie(): string {
    return [...this.cookies]
      .filter(([, { until }]) => until > this.now)
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  set cookie(text: string) {
    if (this.off) return;
    const [pair = '', ...attributes] = text.split(';');
    const [name = '', value = ''] = pair.split('=');
    const age = attributes.find((attribute) => attribute.startsWith('max-age='))?.slice(8);
    this.cookies.set(name, { value, until: this.now + Number(age) * 1000 });
  }
}

export class Shelf {
  [item: string]: unknown;

  getItem(name: string): string | null {
    return (this[name] as string | undefined) ?? null;
  }

  setItem(name: string, value: string): void {
    this[name] = value;
  }

  removeItem(name: string): void {
    delete this[name];
  }
}

export function browser(): { jar: Jar; shelf: Shelf } {
  const jar = new Jar();
  const shelf = new Shelf();
  Object.assign(globalThis, {
    document: jar,
    localStorage: shelf,
    location: { hostname: 'www.example.com', protocol: 'https:' },
  });
  return { jar, shelf };
}
