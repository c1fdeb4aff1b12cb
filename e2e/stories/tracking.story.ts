import type { BrowserContext } from '@playwright/test';
import { Api } from '../support/api.ts';
import { admin, signIn } from '../support/company.ts';
import { type CustomerSite, openCustomerSite } from '../support/customerSite.ts';
import { expectSound } from '../support/sound.ts';
import { expect, type Page, test, views } from '../support/story.ts';

// A company's website with our snippet, in a real browser: what visitors do there arrives here.

interface Site {
  id: string;
  key: string;
  storedToday: number;
  quarantined: number;
}

interface Visit {
  id: string;
  visitor: string;
  pages: number;
  dwellMs: number;
  origin: { utm: Record<string, string>; direct: boolean };
  device: { kind: string };
}

interface VisitDetail {
  pages: { url: string; title: string; content?: string; dwellMs: number; depth: number }[];
  actions: { name: string; props: Record<string, unknown> }[];
}

interface Hit {
  id: string;
  name: string;
  visit: string;
}

let website: CustomerSite;
let snippet = '';

test.beforeEach(async () => {
  snippet = '';
  website = await openCustomerSite(() => snippet);
});

test.afterEach(() => website.close());

test('a marketer adds a website, pastes the line, and sees it come alive', async ({ page, view, context }) => {
  await signIn(page, view.language);
  await page.goto('/sites');
  await expectSound(page);
  await page.getByRole('button', { name: '添加网站' }).click();
  await page.getByLabel('网站', { exact: true }).fill('公司官网');
  await page.getByLabel('域名', { exact: true }).fill(`${new URL(website.url).host} `);
  await page.getByLabel('域名', { exact: true }).press('Enter');
  await page.getByRole('button', { name: /^保\s?存$/ }).click();
  await expect(page.getByText('还没有收到数据')).toBeVisible();
  await expectSound(page);

  const line = await page.getByLabel('把这行代码放进网站每个页面的 <head>').innerText();
  expect(line).toMatch(/^<script async src="http:\/\/localhost:\d+\/c\/[a-z0-9]+\.js"><\/script>$/);
  snippet = line;
  const visitor = await context.newPage();
  await visitor.goto(`${website.url}/?utm_source=baidu&utm_medium=cpc`);
  await expect(page.getByText('已接通，首条数据收到于')).toBeVisible();
  await expect(page.getByText('浏览页面').first()).toBeVisible();
  for (const part of ['接收情况', '访问', '待处理', '安装']) {
    await page.getByText(part, { exact: true }).click();
    await expectSound(page);
  }
  await visitor.close();
});

for (const view of views) {
  test.describe(view.name, () => {
    test.use({ view });

    test('every part of a website fits and speaks one language', async ({ page, context }) => {
      const { api, site } = await connected(page, view.language, {});
      await visit(context, `${website.url}/article?utm_source=wechat`);
      await expect.poll(async () => (await visits(api, site)).length).toBe(1);
      await post(page, site, [{ id: 'not-an-id' }]);
      await expect.poll(async () => (await api.get<Site>(`/sites/${site.id}`)).quarantined).toBe(1);
      for (const part of ['install', 'counts', 'visits', 'quarantine']) {
        await page.goto(`/sites/${site.id}?part=${part}`);
        await expect(page.getByRole('main')).toBeVisible();
        await expectSound(page);
      }
      await page.goto('/sites');
      await expectSound(page);
    });
  });
}

test('pages, routes within a page, time in sight and reading to the end are one visit', async ({ page, view, context }) => {
  const { api, site } = await connected(page, view.language, {});
  const visitor = await visit(context, `${website.url}/app?utm_source=baidu&utm_term=BI&bd_vid=7`);
  await visitor.getByRole('button').click();
  await visitor.waitForTimeout(1200);
  await visitor.goto(`${website.url}/article`);
  await visitor.waitForTimeout(600);
  await visitor.locator('#end').scrollIntoViewIfNeeded();
  await visitor.evaluate(() => (window as unknown as { lw: (...words: unknown[]) => void }).lw('hit', 'demo_button', { plan: 'pro' }));
  await visitor.waitForTimeout(1000);
  await visitor.goto('about:blank');

  await expect.poll(async () => (await visits(api, site))[0]?.pages).toBe(3);
  await expect.poll(async () => (await detail(api, site)).pages.at(-1)?.depth).toBe(100);
  const [one] = await visits(api, site);
  expect(one!.origin.utm).toMatchObject({ utm_source: 'baidu', utm_term: 'BI' });
  expect(one!.device.kind).toBe('desktop');
  const { pages, actions } = await detail(api, site);
  expect(pages.map(({ title }) => title)).toEqual(['应用', '应用第二页', '白皮书']);
  expect(pages[1]!.url).toContain('/app/two?tab=1');
  expect(pages[1]!.dwellMs).toBeGreaterThan(500);
  expect(pages[2]!.content).toBe('white-paper');
  expect(actions).toMatchObject([{ name: 'demo_button', props: { plan: 'pro' } }]);
});

test('coming back by another campaign is another visit of the same visitor', async ({ page, view, context }) => {
  const { api, site } = await connected(page, view.language, {});
  const visitor = await visit(context, `${website.url}/?utm_source=a`);
  await visitor.goto(`${website.url}/article`);
  await visitor.waitForTimeout(600);
  await visitor.goto(`${website.url}/?utm_source=b`);
  await visitor.waitForTimeout(600);
  await expect.poll(async () => (await visits(api, site)).length).toBe(2);
  const all = await visits(api, site);
  expect(new Set(all.map((each) => each.visitor)).size).toBe(1);
});

test('what could not be sent is sent later, by the next page too, with the same ids and counts once', async ({ page, view, context }) => {
  const { api, site } = await connected(page, view.language, {});
  const tried: string[] = [];
  let reachable = false;
  await context.route(`**/c/${site.key}`, async (route) => {
    const hits = (JSON.parse(route.request().postData() ?? '{"hits":[]}') as { hits: Hit[] }).hits;
    tried.push(...hits.map(({ id }) => id));
    if (reachable) await route.continue();
    else await route.abort('internetdisconnected');
  });
  const visitor = await visit(context, `${website.url}/`);
  await expect.poll(() => tried.length).toBeGreaterThan(0);
  await visitor.goto(`${website.url}/article`);
  await expect.poll(() => new Set(tried).size).toBeGreaterThanOrEqual(2);
  const first = tried[0]!;
  reachable = true;
  await visitor.goto(`${website.url}/app`);
  await expect.poll(async () => (await visits(api, site))[0]?.pages).toBe(3);
  expect(tried.filter((id) => id === first).length).toBeGreaterThan(1);
  expect((await detail(api, site)).pages).toHaveLength(3);
});

test('without consent nothing is stored and nothing is sent; with it, all of the page is; taken back, all is gone', async ({ page, view, context }) => {
  const { api, site } = await connected(page, view.language, { consentRequired: true });
  const sent: string[] = [];
  const visitor = await context.newPage();
  visitor.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.postData() ?? '');
  });
  const kept = () => visitor.evaluate(() => ({ cookies: document.cookie, items: Object.keys(localStorage) }));
  const say = (...words: unknown[]) =>
    visitor.evaluate((said) => (window as unknown as { lw: (...words: unknown[]) => void }).lw(...said), words);

  await visitor.goto(`${website.url}/?utm_source=baidu`);
  await say('hit', 'before');
  await visitor.waitForTimeout(1000);
  expect(sent).toEqual([]);
  expect(await kept()).toEqual({ cookies: '', items: [] });

  await say('consent', 'granted', '2026-01');
  await expect.poll(async () => (await visits(api, site)).length).toBe(1);
  expect(sent[0]).toContain('"consent":"2026-01"');
  expect((await kept()).cookies).toContain('lw_v=');
  await expect.poll(async () => (await detail(api, site)).actions.map(({ name }) => name)).toEqual(['before']);

  await say('consent', 'denied');
  expect(await kept()).toEqual({ cookies: '', items: [] });
  const before = sent.length;
  await say('hit', 'after');
  await visitor.goto(`${website.url}/article`);
  await visitor.waitForTimeout(1000);
  expect(sent.length).toBe(before);
});

test('a browser that asks not to be tracked is left alone where the site honours it', async ({ page, view, context }) => {
  const { site } = await connected(page, view.language, { doNotTrack: true });
  await context.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  const visitor = await visit(context, `${website.url}/`);
  expect(await visitor.evaluate(() => document.cookie)).toBe('');
  expect(site.storedToday).toBe(0);
});

test('pages that are left at once lose nothing', async ({ page, view, context }) => {
  const { api, site } = await connected(page, view.language, {});
  const visitor = await context.newPage();
  // Each page sends on what the ones before may not have sent: more would be faster than a person is.
  const count = 12;
  for (let i = 0; i < count; i++) await visitor.goto(`${website.url}/?i=${i}`);
  await visitor.close({ runBeforeUnload: true });
  await expect
    .poll(async () => (await visits(api, site)).reduce((sum, each) => sum + each.pages, 0), { timeout: 30_000 })
    .toBe(count);
});

async function connected(page: Page, language: 'zh-CN' | 'en', draft: object): Promise<{ api: Api; site: Site }> {
  await signIn(page, language, admin);
  const api = new Api(page.context().request, language);
  const site = await api.send<Site>('POST', '/sites', {
    name: `官网 ${Date.now()}`, origins: [new URL(website.url).host], doNotTrack: false, ...draft,
  });
  snippet = `<script async src="${new URL(page.url()).origin}/c/${site.key}.js"></script>`;
  return { api, site };
}

async function visit(context: BrowserContext, url: string): Promise<Page> {
  const visitor = await context.newPage();
  await visitor.goto(url);
  await visitor.waitForTimeout(800);
  return visitor;
}

async function visits(api: Api, site: Site): Promise<Visit[]> {
  return (await api.get<{ items: Visit[] }>(`/visits?site=${site.key}`)).items;
}

async function detail(api: Api, site: Site): Promise<VisitDetail> {
  const [newest] = await visits(api, site);
  return newest ? api.get<VisitDetail>(`/visits/${newest.id}`) : { pages: [], actions: [] };
}

/** What a broken integration would send. */
async function post(page: Page, site: Site, hits: object[]): Promise<void> {
  const answer = await page.context().request.post(`/c/${site.key}`, {
    data: JSON.stringify({ visitor: crypto.randomUUID(), sent: Date.now(), hits }),
    headers: { 'Content-Type': 'text/plain', 'User-Agent': await page.evaluate(() => navigator.userAgent), Origin: website.url },
  });
  expect(answer.status()).toBe(204);
}
