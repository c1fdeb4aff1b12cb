import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { Api } from '../support/api.ts';
import { signIn } from '../support/company.ts';
import { expectSound } from '../support/sound.ts';
import { expect, narrow, onOwnServer, wide } from '../support/story.ts';
import { onButton, said } from '../support/texts.ts';

// A marketer gives a group of leads a link each, hands the file to a tool outside, and sees who came back.

// Its leads are not those that other stories count.
const test = onOwnServer();

// What a person's browser says of itself; the one that plays the stories calls itself headless, and is taken for a robot.
const person = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

interface Made {
  id: string;
}

for (const { language, company, reader, other, sending, view } of [
  { language: 'zh-CN', company: '杭州启明阀门有限公司', reader: '周婷', other: '陈刚', sending: '双十一老客短信', view: wide },
  { language: 'en', company: 'Harbour Valves Ltd', reader: 'Ann Brook', other: 'Tom Field', sending: 'Spring SMS', view: narrow },
] as const) {
  test.describe(`${language}, ${view.width} px`, () => {
    test.use({ view: { name: language, language, ...view } });

    test('readers get a link each; the first browser is the reader, the second a stranger', async ({ page, browser, baseURL }) => {
      await signIn(page, language);
      const api = new Api(page.context().request, language);
      const wideView = view.width === wide.width;
      await lead(api, reader, company, wideView ? '13912345678' : '13912345688');
      await lead(api, other, company, wideView ? '13812345678' : '13812345688');
      await lead(api, company, company, wideView ? '021-55556666' : '021-55556688');
      const link = await shortLink(api, sending);

      if (wideView) {
        // From the list: the leads that a filter leaves are ticked, and each gets a link.
        await page.goto(`/leads?q=${encodeURIComponent(company)}`);
        await page.locator('.ant-table-thead input[type=checkbox]').first().check();
        await page.getByRole('toolbar').getByRole('button', { name: said(language, 'links.sending.title') }).click();
        await page.getByLabel(said(language, 'links.sending.link'), { exact: true }).click();
        await page.locator('.ant-select-item-option').filter({ hasText: sending }).click();
      } else {
        // From the link: the same filters, on a phone.
        await page.goto(`/links?open=${link.id}`);
        await page.getByRole('button', { name: said(language, 'links.sending.forGroup') }).click();
        await page.locator('.ant-drawer-content, [role=dialog]').last().locator('.lw-filters input').first().fill(company);
      }
      await expect(page.getByText(plural(language, 'links.sending.chosen', 3)).first()).toBeVisible();
      await page.getByLabel(said(language, 'links.sending.name'), { exact: true }).fill(sending);
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('make.png') });
      await page.getByRole('button', { name: plural(language, 'links.sending.make', 3) }).click();
      await expect(page.getByText(plural(language, 'links.sending.made', 2))).toBeVisible();
      // A landline takes no SMS.
      await expect(page.getByText(said(language, 'links.leftOut.not_mobile'))).toBeVisible();
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('made.png') });
      const addresses = await downloaded(page, language);
      expect(Object.keys(addresses).sort()).toEqual([reader, other].sort());
      expect(addresses[reader]).not.toBe(addresses[other]);

      await open(browser, baseURL!, language, addresses[reader]!);
      await open(browser, baseURL!, language, addresses[reader]!);

      await page.goto(`/links?open=${link.id}`);
      const figure = (word: string) => page.getByRole('button', { name: new RegExp(`^${sending} ${said(language, `links.sending.${word}`)}`) });
      await expect(figure('sentTo')).toHaveText('2');
      await expect(figure('opened')).toHaveText('1');
      await expect(figure('strangers')).toHaveText('1');
      await expect(figure('out')).toHaveText('1');
      await expectSound(page);
      await figure('opened').scrollIntoViewIfNeeded();
      await page.screenshot({ path: test.info().outputPath('sendings.png') });

      await figure('opened').click();
      const name = page.getByRole('link', { name: reader });
      await expect(name).toBeVisible();
      await expect(page.getByRole('link', { name: other })).toHaveCount(0);
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('readers.png') });
      await name.click();
      await expect(page).toHaveURL(/\/leads\?open=/);
      const click = page.locator('li').filter({ has: page.locator('.lw-timeline-body') }).filter({ hasText: said(language, 'leads.scene.link_click') });
      const timeline = page.getByRole('tab', { name: said(language, 'common.record.timeline') });
      if (await timeline.isVisible()) await timeline.click();
      // Once: what the stranger did is nobody's.
      await expect(click).toHaveCount(1);
      await expect(click).toContainText(sending);
      await page.screenshot({ path: test.info().outputPath('lead.png') });
    });
  });
}

async function lead(api: Api, name: string, company: string, phone: string): Promise<Made> {
  const made = await api.send<Made>('POST', '/leads', { name, company, phone });
  const purposes = await api.get<(Made & { key: string })[]>('/consent/purposes');
  const marketing = purposes.find(({ key }) => key === 'marketing')!;
  for (const means of ['sms', 'email']) {
    await api.send('POST', `/leads/${made.id}/consent`, { purposeId: marketing.id, means, given: true, note: '展会现场口头同意' });
  }
  return made;
}

async function shortLink(api: Api, name: string): Promise<Made> {
  const item = await api.send<{ id: string; slug: string }>('POST', '/content', {
    kind: 'article', title: name, language: 'zh-CN', body: '<p>正文</p>', downloadable: false, tags: [], gate: 'none',
  });
  await api.send('POST', `/content/${item.id}/publish`);
  return api.send<Made>('POST', '/links', { name, page: `/p/c/${item.slug}` });
}

/** The file as the tool that sends reads it: by name, the address. */
async function downloaded(page: Page, language: 'zh-CN' | 'en'): Promise<Record<string, string>> {
  await page.getByRole('button', { name: onButton(language, 'links.sending.file') }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: said(language, 'common.export.csv') }).click()]);
  const lines = (await readFile(await file.path(), 'utf8')).replace('\uFEFF', '').trim().split(/\r?\n/).slice(1);
  return Object.fromEntries(lines.map((line) => line.split(',')).map((cells) => [cells[0]!, cells.at(-1)!]));
}

/** Somebody with a browser of their own opens what they were sent. */
async function open(browser: Browser, baseURL: string, language: string, address: string): Promise<void> {
  const context = await browser.newContext({ baseURL, locale: language, userAgent: person, viewport: narrow });
  const visitor = await context.newPage();
  await visitor.goto(address);
  await expect(visitor).toHaveURL(/\/p\/c\//);
  await context.close();
}

/** The app's text for so many. */
function plural(language: 'zh-CN' | 'en', key: string, count: number): string {
  return said(language, language === 'en' ? `${key}_${count === 1 ? 'one' : 'other'}` : key, { count, shown: count });
}
