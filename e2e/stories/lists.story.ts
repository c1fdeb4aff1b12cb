import type { Browser } from '@playwright/test';
import { Api } from '../support/api.ts';
import { admin, signIn } from '../support/company.ts';
import { csv, xlsx } from '../support/files.ts';
import { expectSound } from '../support/sound.ts';
import { expect, narrow, onOwnServer, type Page, wide } from '../support/story.ts';
import { onButton, said } from '../support/texts.ts';
import { Wizard } from '../support/wizard.ts';

// A list comes home from an exhibition: rules are set before it comes in, rows that ask are answered, the salesperson who
// talked to somebody on site calls, and the whole list can be taken back.

// Tags, people and tasks are counted: nobody else's may be among them.
const test = onOwnServer();
const zh = 'zh-CN' as const;
const zhou = { name: '周建', email: 'zhou.jian@example.com', password: 'harbour lights at six', role: 'salesperson' };

/** Who is known from before. */
const known = csv('老客户.csv', [
  ['姓名', '手机', '邮箱', '公司', '职位', '渠道'],
  ['王伟', '13810000001', 'wang@huaxin.example', '华信机械有限公司', '生产经理', '官网'],
  ['李娜', '13810000002', 'li@zhongke.example', '中科电气有限公司', '采购', '官网'],
  ['赵敏', '13810000003', 'zhao@yuanshan.example', '远山仪表有限公司', '主管', '官网'],
  ['钱进', '13810000004', 'qian@jiangchuan.example', '江川阀门有限公司', '工程师', '官网'],
]);

/** As an organiser sends it: lines of title, then the header. */
const list = xlsx('工业展名单.xlsx', [
  ['2026 工业展 现场名单'],
  ['展位', 'B2-118', '日期', '2026-11-20', '导出人', '组委会'],
  [],
  ['姓名', '手机', '邮箱', '公司', '职位', '接待销售', '沟通内容'],
  ['孙新', '13910000001', 'sun@haitian.example', '海天泵业有限公司', '厂长', '周建', '想看 MES 演示'],
  ['王伟', '13810000001', '', '华信机械有限公司', '', '', ''],
  ['李娜', '13810000002', '', '中科电气有限公司', '采购总监', '', ''],
  ['钱进', '13810000004', 'qian@newco.example', '江川阀门有限公司', '工程师', '周建', '要报价单'],
  ['冯冰', '13810000003', 'feng@yuanshan.example', '远山仪表有限公司', '质检', '', ''],
  ['孙新', '13910000001', 'sun@haitian.example', '海天泵业有限公司', '厂长', '', ''],
  ['吴错', '139', '', '', '', '', ''],
]);

interface Lead {
  id: string;
  name: string;
  title?: string;
  tags: { name: string }[];
}

let batch: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser, server }) => {
  await as(browser, server.url, admin, async (api) => {
    await api.send('POST', '/users', zhou);
    await api.bring(known, 'leads');
  });
});

test.describe('zh-CN, 1440 px', () => {
  test.use({ view: { name: 'zh-CN, 1440 px', language: zh, ...wide } });

  test('rules are set before the list comes in, and the check counts each case', async ({ page }) => {
    const wizard = new Wizard(page, zh);
    await signIn(page, zh);
    await wizard.start('leads', list);
    await expect(page.getByText('第 4 行：姓名、手机、邮箱、公司、职位、接待销售、沟通内容')).toBeVisible();

    await page.getByRole('button', { name: said(zh, 'imports.rule.show') }).click();
    await expectSound(page);
    await page.getByLabel('本次活动的标签', { exact: true }).fill('2026工业展');
    await page.getByLabel('标签：新联系人', { exact: true }).fill('展会新客');
    await choose(page, '已有的人，联系资料不同', '先问我');
    await choose(page, '手机或邮箱已是别人的', '先问我');
    await page.getByLabel('现场沟通后几小时内联系', { exact: true }).fill('24');
    await fixed(page, '市场活动', '2026 工业展');
    await expectSound(page);

    await wizard.check();
    await wizard.counts({ rows: '7', new: '2', same: '1', bad: '1', waiting: '3' });
    const cases = page.getByRole('region', { name: said(zh, 'imports.case.title') });
    await expect(cases.locator('summary')).toHaveText([/新联系人导入1$/, /已有的人，资料没有变化导入，资料照旧1$/, /已有的人，联系资料不同先问我2$/, /手机或邮箱已是别人的先问我1$/]);
    await cases.getByText('手机或邮箱已是别人的').click();
    await expect(cases.getByText(/第 9 行 冯冰/)).toContainText('赵敏');
    // Row numbers are the file's, under its lines of title.
    await expect(page.getByRole('cell', { name: '11', exact: true })).toBeVisible();
    await expectSound(page);

    await wizard.commit();
    batch = /\/imports\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
    const api = new Api(page.request);
    expect(await lead(api, '孙新')).toMatchObject({ title: '厂长', tags: ['2026工业展', '展会新客'].sort() });
    expect(await lead(api, '王伟')).toMatchObject({ title: '生产经理', tags: ['2026工业展'] });
    expect(await lead(api, '李娜')).toMatchObject({ title: '采购', tags: [] });
  });

  test('rows that ask are answered one after the other, who was talked to on site first', async ({ page }) => {
    await signIn(page, zh);
    await page.goto(`/imports/${batch}`);
    const queue = page.locator('.lw-question');
    const answer = async (who: string, action: string) => {
      await expect(queue.locator('header strong')).toContainText(who);
      await expectSound(page);
      await queue.getByRole('button', { name: said(zh, `imports.question.act.${action}`), exact: true }).first().click();
    };
    await expect(queue).toContainText('现场已与 周建 沟通');
    await answer('钱进', 'add');
    await answer('李娜', 'overwrite');
    await expect(queue).toContainText('现属于 赵敏');
    await answer('冯冰', 'keep');
    await expect(queue).toContainText(said(zh, 'imports.question.none'));
    await expectSound(page);

    const api = new Api(page.request);
    expect(await lead(api, '李娜')).toMatchObject({ title: '采购总监', tags: ['2026工业展'] });
    expect(await lead(api, '钱进')).toMatchObject({ tags: ['2026工业展'] });
    expect(await lead(api, '冯冰')).toMatchObject({ title: '质检', tags: ['2026工业展'] });
    // The other mailbox leads to the person, and the phone stays whose it was.
    expect(await record(api, '钱进')).toContain('qian@newco.example');
    expect(await names(api, '13810000003')).toEqual(['赵敏']);
    await page.goto(`/leads?import=${batch}`);
    for (const name of ['孙新', '王伟', '李娜', '钱进', '冯冰']) await expect(page.getByText(name).first()).toBeVisible();
    await expectSound(page);
  });
});

test.describe('zh-CN, 375 px', () => {
  test.use({ view: { name: 'zh-CN, 375 px', language: zh, ...narrow } });

  test('the salesperson finds the call on the phone, makes it and says what came of it', async ({ page }) => {
    await signIn(page, zh, zhou);
    await page.goto('/tasks');
    const task = page.getByRole('article', { name: '孙新' });
    await expect(task).toContainText('想看 MES 演示');
    await expect(task).toContainText('2026 工业展');
    await expect(task.getByRole('link', { name: '13910000001' })).toHaveAttribute('href', /^tel:\+?(86)?13910000001$/);
    await expect(page.getByRole('article', { name: '钱进' })).toContainText('要报价单');
    await expectSound(page);
    await task.getByRole('button', { name: onButton(zh, 'tasks.done') }).click();
    await page.getByLabel(said(zh, 'tasks.outcome'), { exact: true }).fill('约下周三上门演示');
    await expectSound(page);
    await page.getByRole('dialog').getByRole('button', { name: onButton(zh, 'tasks.done') }).click();
    await expect(task).toHaveCount(0);
    await page.getByText(said(zh, 'tasks.show.closed'), { exact: true }).click();
    await expect(page.getByRole('article', { name: '孙新' })).toContainText('约下周三上门演示');
    await expectSound(page);
  });

  test('the list is taken back: values and people are as they were, what is done stays', async ({ page }) => {
    const wizard = new Wizard(page, zh);
    await signIn(page, zh);
    // Who was here before stays, and so does a call that was made.
    await wizard.undo('工业展名单.xlsx', 'partlyUndone');
    const api = new Api(page.request);
    expect(await lead(api, '李娜')).toMatchObject({ title: '采购', tags: [] });
    expect(await lead(api, '王伟')).toMatchObject({ tags: [] });
    expect(await record(api, '钱进')).not.toContain('qian@newco.example');
    for (const name of ['孙新', '冯冰']) expect(await names(api, name)).toEqual([]);
    await page.context().clearCookies();
    await signIn(page, zh, zhou);
    await page.goto('/tasks?state=closed');
    await expect(page.getByRole('article', { name: '孙新' })).toContainText('约下周三上门演示');
    await page.goto('/tasks');
    await expect(page.getByText(said(zh, 'tasks.empty.open'))).toBeVisible();
    await expectSound(page);
  });
});

async function lead(api: Api, name: string): Promise<{ title?: string; tags: string[] }> {
  const { items } = await api.get<{ items: Lead[] }>(`/leads?q=${encodeURIComponent(name)}`);
  expect(items.map((one) => one.name)).toEqual([name]);
  const { title, tags } = (await api.get<{ lead: Lead }>(`/leads/${items[0]!.id}`)).lead;
  return { ...(title ? { title } : {}), tags: tags.map((tag) => tag.name).sort() };
}

/** All that is told of somebody, as text. */
async function record(api: Api, name: string): Promise<string> {
  const { items } = await api.get<{ items: Lead[] }>(`/leads?q=${encodeURIComponent(name)}`);
  return JSON.stringify(await api.get(`/leads/${items[0]!.id}`));
}

async function names(api: Api, q: string): Promise<string[]> {
  return (await api.get<{ items: Lead[] }>(`/leads?q=${encodeURIComponent(q)}`)).items.map((one) => one.name);
}

async function choose(page: Page, rule: string, choice: string): Promise<void> {
  await page.getByRole('combobox', { name: rule, exact: true }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(choice, { exact: true }).click();
  await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0);
}

async function fixed(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole('combobox', { name: said(zh, 'imports.fixed.add') }).click();
  await page.keyboard.type(field);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: field, exact: true }).fill(value);
}

/** What somebody else asks of the server meanwhile, with a browser of their own. */
async function as(browser: Browser, url: string, who: { email: string; password: string }, does: (api: Api) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ baseURL: url, locale: zh });
  try {
    const api = new Api(context.request);
    await api.send('POST', '/login', { email: who.email, password: who.password });
    await does(api);
  } finally {
    await context.close();
  }
}
