import type { Browser } from '@playwright/test';
import { Api } from '../support/api.ts';
import { admin, signIn } from '../support/company.ts';
import { csv } from '../support/files.ts';
import { serverUrl } from '../support/launcher.ts';
import { expectSound } from '../support/sound.ts';
import { expect, narrow, test } from '../support/story.ts';
import { said } from '../support/texts.ts';

// Somebody in sales, on the phone between two visits: own leads, nobody else's.

const zh = 'zh-CN' as const;
const zhou = { name: '周建', email: 'zhou.jian@example.com', password: 'harbour lights at six', role: 'salesperson' };
const wu = { name: '吴桐', email: 'wu.tong@example.com', password: 'a kettle on the stove', role: 'salesperson' };
const su = { name: '苏婷', email: 'su.ting@example.com', password: 'seven paper lanterns', role: 'marketer' };

/** Two of them work at one company, each with a salesperson of their own. */
const file = csv('交接名单.csv', [
  ['线索编号', '首次接触日期', '渠道', '姓名', '手机', '公司', '负责人'],
  ['H1', '2026-05-06', '行业展会', '钱多多', '13670010001', '长庚机械有限公司', zhou.email],
  ['H2', '2026-05-07', '行业展会', '孙小美', '13670010002', '望舒电气有限公司', zhou.email],
  ['H3', '2026-05-08', '行业展会', '沈书', '13670010003', '长庚机械有限公司', wu.email],
  ['H4', '2026-05-08', '百度推广', '金贝', '13670010004', '玄圃食品有限公司', wu.email],
  ['H5', '2026-05-09', '百度推广', '阿土', '13670010005', '玄圃食品有限公司', ''],
]);

let batch: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  await as(browser, admin, async (api) => {
    for (const one of [zhou, wu, su]) await api.send('POST', '/users', { ...one });
    batch = (await api.bring(file, 'leads')).id;
  });
});

test.afterAll(async ({ browser }) => {
  await as(browser, admin, async (api) => {
    expect((await api.undo(batch)).status).toBe('undone');
    for (const { id, email } of (await api.get<{ items: { id: string; email?: string }[] }>('/users')).items) {
      if ([zhou, wu, su].some((one) => one.email === email)) await api.send('PATCH', `/users/${id}`, { active: false });
    }
  });
});

test.describe('zh-CN, 375 px', () => {
  test.use({ view: { name: 'zh-CN, 375 px', language: zh, ...narrow } });

  test('sees the own leads and figures, and calls with one touch', async ({ page }) => {
    await signIn(page, zh, zhou);
    await expectSound(page);
    await page.goto('/leads');
    await expect(page.getByText(said(zh, 'leads.total', { shown: 2 }), { exact: true })).toBeVisible();
    for (const name of ['钱多多', '孙小美']) await expect(page.getByRole('button', { name: new RegExp(name) })).toBeVisible();
    for (const name of ['沈书', '金贝', '阿土']) await expect(page.getByText(name)).toHaveCount(0);
    await expect(page.getByRole('button', { name: said(zh, 'common.export.title') })).toHaveCount(0);
    await expectSound(page);

    await page.getByRole('button', { name: /钱多多/ }).click();
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByRole('heading', { name: '钱多多' })).toBeVisible();
    await expectSound(page);
    await drawer.getByRole('tab', { name: said(zh, 'common.record.facts') }).click();
    await expect(drawer.getByRole('link', { name: '13670010001' })).toHaveAttribute('href', /^tel:\+?(86)?13670010001$/);
    await expectSound(page);
    // The colleague of 钱多多 is somebody else's lead.
    await drawer.getByRole('tab', { name: said(zh, 'common.record.relations') }).click();
    await expect(drawer.getByText('长庚机械有限公司').first()).toBeVisible();
    await expect(drawer.getByText('沈书')).toHaveCount(0);
    await expectSound(page);

    await page.goto('/reports/funnel');
    await expect(page.getByRole('button', { name: `${said(zh, 'common.total')} ${said(zh, 'common.stage.lead')} 2`, exact: true })).toBeVisible();
    await expectSound(page);
  });

  test("finds no way to somebody else's leads, to exports, or to pages for others", async ({ page, browser, expectedErrors }) => {
    expectedErrors.push(/status of 40[34]/);
    const others = await as(browser, wu, async (api) => (await api.get<{ items: { id: string; companyId: string }[] }>('/leads')).items);
    expect(others).toHaveLength(2);
    await signIn(page, zh, zhou);
    const api = new Api(page.request);

    for (const address of [`/leads/${others[0]!.id}`, `/leads?open=${others[0]!.id}`]) {
      await page.goto(address);
      await expect(page.getByText(said(zh, 'common.error.missing'))).toBeVisible();
      await expectSound(page);
    }
    await page.goto('/imports');
    await expect(page.getByText(said(zh, 'app.error.forbidden'))).toBeVisible();
    await expectSound(page);
    await page.getByRole('button', { name: said(zh, 'app.error.home') }).click();
    await expect(page.getByText(said(zh, 'app.error.forbidden'))).toHaveCount(0);

    const id = others[0]!.id;
    for (const path of [`/leads/${id}`, `/leads/${id}/timeline`, `/leads/${id}/deals`]) expect((await api.tryGet(path)).status(), path).toBe(404);
    for (const path of [`/leads/${id}/reveal`, `/leads/${id}/stage`]) {
      expect((await api.trySend('POST', path, { stage: 'mql' })).status(), path).toBe(404);
    }
    for (const path of ['/leads/export?format=csv', '/reports/funnel/export?format=csv', '/imports', '/users', '/audit', '/keys']) {
      const refused = await api.tryGet(path);
      expect(refused.status(), path).toBe(403);
      expect(((await refused.json()) as { detail: string }).detail).toMatch(/[\u4e00-\u9fff]/);
    }
    for (const { companyId } of others) {
      expect(await (await api.tryGet(`/companies/${companyId}`)).text()).not.toMatch(/沈书|金贝|阿土/);
    }
    expect(await api.leads('q=13670010003')).toBe(0);
    expect(await api.leads(`company=${others[0]!.companyId}`)).toBeLessThanOrEqual(1);
  });

  test('without the right to contacts a number is a mask, everywhere', async ({ page }) => {
    await signIn(page, zh, su);
    await page.goto('/leads?q=13670010001');
    await page.getByRole('button', { name: /钱多多/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('tab', { name: said(zh, 'common.record.facts') }).click();
    await expect(drawer.getByText('136****0001').first()).toBeVisible();
    await expect(drawer.getByText('13670010001')).toHaveCount(0);
    await expect(drawer.getByRole('button', { name: said(zh, 'leads.reveal.title') })).toHaveCount(0);
    await expectSound(page);
    const api = new Api(page.request);
    const { items } = await api.get<{ items: { id: string }[] }>('/leads?q=13670010001');
    for (const path of [`/leads/${items[0]!.id}`, '/leads', `/leads/${items[0]!.id}/timeline`]) {
      expect(await (await api.tryGet(path)).text(), path).not.toContain('13670010001');
    }
    expect((await api.trySend('POST', `/leads/${items[0]!.id}/reveal`)).status()).toBe(403);
  });
});

/** What somebody else asks of the server meanwhile, with a browser of their own. */
async function as<T>(browser: Browser, who: { email: string; password: string }, ask: (api: Api) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ baseURL: serverUrl(), locale: zh });
  try {
    const api = new Api(context.request);
    await api.send('POST', '/login', { email: who.email, password: who.password });
    return await ask(api);
  } finally {
    await context.close();
  }
}

