import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from '../support/api.ts';
import { signIn } from '../support/company.ts';
import { csv } from '../support/files.ts';
import { leadwell } from '../support/launcher.ts';
import { expectSound } from '../support/sound.ts';
import { freePort } from '../support/startServer.ts';
import { expect, narrow, test, views, wide } from '../support/story.ts';
import { onButton, said } from '../support/texts.ts';

// WeCom as an evaluator sees it: the demonstration has a stand-in for Tencent that signs, encrypts and calls back.

const zh = 'zh-CN' as const;
let folder = '';
let url = '';
let head = { email: '', password: '' };
let admin = { email: '', password: '' };

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = mkdtempSync(join(process.env.LEADWELL_E2E_FOLDERS ?? tmpdir(), 'leadwell demo-'));
  const port = await freePort();
  leadwell('start', '--demo', '--detach', '--data', folder, '--port', String(port));
  url = `http://localhost:${port}`;
  const logins = readFileSync(join(folder, 'demo-logins.txt'), 'utf8');
  const login = (role: string) => {
    const [, email, password] = new RegExp(`^${role}\\s+(\\S+)\\s+(\\S+)`, 'm').exec(logins) ?? [];
    return { email: email ?? '', password: password ?? '' };
  };
  head = login('marketing_head');
  admin = login('admin');
});

test.afterAll(() => {
  leadwell('stop', '--data', folder);
  rmSync(folder, { recursive: true, force: true });
});

test.use({ baseURL: async ({}, use) => use(url) });

for (const view of views) {
  test.describe(view.name, () => {
    test.use({ view });

    test('settings, codes and half-private contacts are there to be read', async ({ page }) => {
      test.setTimeout(180_000);
      await signIn(page, view.language, admin);
      await page.goto('/settings/wecom');
      await expect(page.getByText('/api/callbacks/wecom/').first()).toBeVisible();
      await expectSound(page);
      await page.getByRole('button', { name: onButton(view.language, 'wecom.check.test') }).first().click();
      await expect(page.getByText(said(view.language, 'wecom.step.contacts')).first()).toBeVisible();
      await expectSound(page);

      await page.goto('/codes');
      await expect(page.getByText('工博会展台').first()).toBeVisible();
      await expectSound(page);
      await page.getByText('工博会展台').first().click();
      await expect(page.getByRole('img', { name: said(view.language, 'wecom.code.qrOf', { name: '工博会展台' }) })).toBeVisible();
      await expectSound(page);

      await page.goto('/followers');
      await expect(page.getByText(said(view.language, 'wecom.follower.half')).first()).toBeVisible();
      await expectSound(page);
    });
  });
}

test.describe('zh-CN, 1440 px, the whole way', () => {
  test.use({ view: { name: 'zh-CN, 1440 px', language: zh, ...wide } });

  test('a new code is scanned, the welcome is said, and the lead tells channel, code and colleague', async ({ page }) => {
    test.setTimeout(180_000);
    await signIn(page, zh, head);
    await page.goto('/codes');
    await page.getByRole('button', { name: onButton(zh, 'wecom.code.new') }).first().click();
    const form = page.getByRole('dialog', { name: said(zh, 'wecom.code.new') });
    await form.getByLabel(said(zh, 'wecom.code.name'), { exact: true }).fill('沙龙签到台');
    await form.getByLabel(said(zh, 'common.field.channel'), { exact: true }).fill('行业展会');
    await page.getByRole('treeitem', { name: '行业展会' }).click();
    await form.getByLabel(said(zh, 'wecom.code.users'), { exact: true }).click();
    await page.locator('.ant-select-item-option').first().click();
    await page.keyboard.press('Escape');
    await form.getByLabel(said(zh, 'wecom.welcome.title'), { exact: true }).fill('欢迎来到沙龙，资料这就发您。');
    await form.getByRole('button', { name: onButton(zh, 'common.save') }).click();

    const code = page.getByRole('dialog', { name: '沙龙签到台' });
    await expect(code.getByText(said(zh, 'wecom.status.live'))).toBeVisible();
    await expect(code.getByText('欢迎来到沙龙，资料这就发您。')).toBeVisible();
    const download = page.waitForEvent('download');
    await code.getByRole('button', { name: said(zh, 'wecom.code.download') }).click();
    expect((await download).suggestedFilename()).toContain('沙龙签到台');

    await code.getByRole('button', { name: said(zh, 'wecom.demo.scan') }).click();
    const figure = (label: string) => code.locator('dl.lw-figures > div').filter({ hasText: label }).getByRole('definition');
    await expect(figure(said(zh, 'wecom.figure.added.contact'))).toHaveText('1');
    await expect(figure(said(zh, 'common.field.leads'))).toHaveText('1');
    await expect(figure(said(zh, 'wecom.figure.welcomed'))).toHaveText('1');
    await expectSound(page);

    await page.goto('/leads');
    await page.locator('[data-row="0"]').click();
    const lead = page.getByRole('dialog');
    await expect(lead.getByText(said(zh, 'leads.scene.wecom_added'), { exact: true })).toBeVisible();
    await expect(lead.getByText('沙龙签到台').first()).toBeVisible();
    await expect(lead.getByText(said(zh, 'wecom.addWay.qr_code')).first()).toBeVisible();
    await expect(lead.getByRole('heading', { name: said(zh, 'wecom.bond.title') })).toBeVisible();
    await expectSound(page);
  });
});

test.describe('zh-CN, 375 px', () => {
  test.use({ view: { name: 'zh-CN, 375 px', language: zh, ...narrow } });

  test('a follower becomes a lead by writing, and their row says so', async ({ page }) => {
    await signIn(page, zh, head);
    await page.goto('/followers?lead=yes');
    await page.getByText(said(zh, 'wecom.follower.by.message')).first().waitFor();
    await expectSound(page);
    await page.locator('.lw-card').first().click();
    await expect(page.getByText(said(zh, 'wecom.move.follow')).first()).toBeVisible();
    await expectSound(page);
  });
});

test.describe('zh-CN, 1440 px, four sources', () => {
  test.use({ view: { name: 'zh-CN, 1440 px', language: zh, ...wide } });

  test('a form, a WeCom contact, a list and an old Excel are one person and one company, are four again, and one', async ({ page, browser }) => {
    test.setTimeout(300_000);
    await signIn(page, zh, head);
    const api = new Api(page.request);
    const firm = '宁波天河自动化设备有限公司';
    const before = { leads: await api.leads(), companies: (await api.get<{ total: number }>('/companies?limit=1')).total };

    // A form that is published, filled in by the visitor.
    const forms = (await api.get<{ items: { slug: string; status: string }[] }>('/forms')).items;
    const form = forms.find(({ status }) => status === 'open');
    const visitor = await (await browser.newContext({ baseURL: url, locale: zh })).newPage();
    await visitor.goto(`/p/f/${form!.slug}`);
    for (const [field, value] of Object.entries({ name: '诸葛敏', phone: '139 1111 2222', email: 'zhuge.min@tianhe-auto.cn', company: firm })) {
      const box = visitor.locator(`[name=${field}]`);
      if (await box.count()) await box.fill(value);
    }
    for (const choice of await visitor.locator('select[required]').all()) await choice.selectOption({ index: 1 });
    for (const box of await visitor.locator('input[required]:not([type=checkbox]):not([type=radio])').all()) if (!(await box.inputValue())) await box.fill('1');
    await visitor.locator('[name=_consent]').check();
    await visitor.waitForTimeout(2500);
    await visitor.locator('.send button').click();
    await expect(visitor).toHaveURL(/thanks/);
    await visitor.context().close();

    // A contact in WeCom, whose mobile the colleague notes.
    const codes = (await api.get<{ items: { id: string; kind: string; name: string }[] }>('/wecom/codes')).items;
    const code = codes.find(({ name }) => name === '工博会展台');
    await api.send('POST', `/demo/wecom/codes/${code!.id}/scan`, { name: '诸葛敏', mobile: '13911112222' });

    // The list of an exhibition, and last year's file, where the firm is misspelt and the phone is another.
    await api.bring(csv('工博会名单.csv', [['姓名', '手机', '公司', '职务'], ['诸葛敏', '139-1111-2222（微信同号）', '天河自动化', '设备部经理']]), 'leads');
    await api.bring(csv('去年客户表.csv', [['姓名', '邮箱', '公司'], ['诸葛敏', 'Zhuge.Min@tianhe-auto.cn', '宁波天和自动化设备有限公司']]), 'leads');

    await expect.poll(async () => api.leads('q=诸葛敏'), { timeout: 60_000 }).toBe(1);
    const found = async () => (await api.get<{ items: { id: string; company: string; companyId: string }[] }>('/leads?q=诸葛敏')).items;
    await expect.poll(async () => (await api.get<{ total: number }>('/companies?limit=1')).total, { timeout: 60_000 }).toBe(before.companies + 1);
    expect(await api.leads()).toBe(before.leads + 1);
    // The misspelt firm goes into the other one a moment after the people became one.
    await expect.poll(async () => (await found())[0]?.company, { timeout: 30_000 }).toBe(firm);
    const [lead] = await found();

    await page.goto(`/leads/${lead!.id}`);
    await expect(page.getByRole('heading', { name: '诸葛敏' })).toBeVisible();
    await expect(page.getByText(said(zh, 'leads.scene.wecom_added')).first()).toBeVisible();
    await expectSound(page);
    // Taken apart, they are four; made one again, one.
    for (let left = 3; left > 0; left -= 1) {
      await page.goto(`/leads/${lead!.id}`);
      await page.getByRole('button', { name: new RegExp(`：${said(zh, 'leads.sources.separate')}$`) }).last().click();
      await page.getByRole('dialog').getByRole('button', { name: onButton(zh, 'leads.sources.separate') }).click();
      await expect(page.getByText(said(zh, 'leads.sources.separated'))).toBeVisible();
    }
    expect(await api.leads('q=诸葛敏')).toBe(4);
    for (const other of await found()) {
      if (other.id !== lead!.id) await api.send('POST', `/leads/${lead!.id}/merges`, { with: other.id });
    }
    expect(await api.leads('q=诸葛敏')).toBe(1);
    expect(await api.leads()).toBe(before.leads + 1);
    await page.goto(`/companies?open=${lead!.companyId}`);
    await expect(page.getByText('宁波天和自动化设备有限公司').first()).toBeVisible();
    await expectSound(page);
  });
});
