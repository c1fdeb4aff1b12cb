import { Api } from '../support/api.ts';
import { admin, signIn } from '../support/company.ts';
import { csv } from '../support/files.ts';
import { expectSound } from '../support/sound.ts';
import { expect, onOwnServer, type Page, views } from '../support/story.ts';
import { said } from '../support/texts.ts';

// Two authors, five leads, one contract: whose content brought what, and which touches had a part in it.

// Its figures are exact, so nobody else may bring leads.
const test = onOwnServer();

const paper = '离散制造排产怎么做';
const column = '周工谈精益';

test.beforeAll(async ({ playwright, server }) => {
  const request = await playwright.request.newContext({ baseURL: server.url });
  const api = new Api(request);
  await api.send('POST', '/login', { email: admin.email, password: admin.password });
  const me = await api.get<{ user: { id: string } }>('/session');
  const department = await api.send<{ id: string }>('POST', '/departments', { name: '产品部' });
  await publish(api, paper, { authorId: me.user.id, departmentId: department.id });
  await publish(api, column, { guestName: '周工' });
  await api.bring(
    csv('线索.csv', [
      ['线索编号', '姓名', '手机', '渠道', '内容', '场景', '首次接触时间', 'MQL时间', '商机时间', '赢单时间'],
      ['T-1', '赵若溪', '13800000001', '百度推广', paper, 'form', '2026-03-02', '2026-03-05', '2026-03-12', '2026-04-02'],
      ['T-2', '钱明哲', '13800000002', '百度推广', paper, 'form', '2026-03-03', '2026-03-09', '', ''],
      ['T-3', '孙桐', '13800000003', '行业展会', column, 'event_attended', '2026-03-10', '2026-03-11', '', ''],
      ['T-4', '李思远', '13800000004', '行业展会', '', 'event_attended', '2026-03-10', '', '', ''],
      ['T-5', '周嘉宁', '13800000005', '', '', 'call', '2026-04-01', '', '', ''],
    ]),
    'leads',
  );
  await api.bring(csv('合同.csv', [['合同编号', '线索编号', '签约日期', '合同金额'], ['HT-9', 'T-1', '2026-04-02', '120000']]), 'deals');
  await request.dispose();
});

for (const view of views) {
  test.describe(view.name, () => {
    test.use({ view });

    test('authors are ranked by what their content brought, and every figure opens', async ({ page }) => {
      const { language } = view;
      const say = (key: string, values?: Record<string, string | number>) => said(language, key, values);
      await signIn(page, language);

      await page.goto('/content');
      await page.getByRole('link', { name: say('content.ranking.open') }).click();
      await expect(page).toHaveURL(/\/content\/ranking/);
      await expect(row(page, paper)).toBeVisible();
      await expectSound(page);
      await page.getByText(say('content.ranking.by.author'), { exact: true }).click();
      await expect(row(page, '林晓')).toBeVisible();
      await expect(row(page, '周工')).toBeVisible();
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('ranking.png') });
      await figure(page, '林晓', say('common.stage.lead'), 2).click();
      await opened(page, 2, language);
      await expect(page.getByRole('dialog').getByText('赵若溪')).toBeVisible();
      await expectSound(page);
      await page.goBack();
      await figure(page, '林晓', say('common.stage.won'), 1).click();
      await opened(page, 1, language);
      await page.goBack();
      await row(page, '林晓').getByRole('link', { name: '1', exact: true }).first().click();
      await expect(page).toHaveURL(/\/content\?author=/);
      await expect(page.getByText(paper).first()).toBeVisible();

      await page.goto('/reports/funnel?by=department');
      await figure(page, '产品部', 'MQL', 2).click();
      await opened(page, 2, language);
    });

    test('touches lead from scene to frame to channel, and open to who was touched', async ({ page }) => {
      const { language } = view;
      const say = (key: string, values?: Record<string, string | number>) => said(language, key, values);
      await signIn(page, language);
      const form = language === 'en' ? 'Form' : '表单留资';

      await page.goto('/reports/touches');
      await expect(row(page, form)).toBeVisible();
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('touches.png') });
      await figure(page, form, say('reports.touches.touch'), 2).click();
      await opened(page, 2, language);
      await expect(page.getByRole('dialog').getByText('钱明哲')).toBeVisible();
      await page.screenshot({ path: test.info().outputPath('touches-behind.png') });
      await expectSound(page);
      await page.goBack();
      await figure(page, form, say('reports.touches.won'), 1).click();
      await opened(page, 1, language);
      await page.goBack();
      await figure(page, say('common.total'), say('reports.touches.person'), 5).click();
      await opened(page, 5, language);
      await page.goBack();

      await row(page, form).getByRole('button', { name: form, exact: true }).click();
      await expect(page).toHaveURL(/scene=form.*by=frame|by=frame.*scene=form/);
      await expect(row(page, say('common.frame.digital'))).toBeVisible();
      await page.locator('tbody .lw-row-label').first().click();
      await expect(page).toHaveURL(/by=channel/);
      await figure(page, '百度推广', say('reports.touches.lastBeforeMql'), 2).click();
      await opened(page, 2, language);
    });
  });
}

const row = (page: Page, label: string) => page.getByRole('row').filter({ hasText: label });

const figure = (page: Page, label: string, word: string, value: number) =>
  page.getByRole('button', { name: `${label} ${word} ${value}`, exact: true });

async function opened(page: Page, total: number, language: (typeof views)[number]['language']): Promise<void> {
  await expect(page.getByRole('dialog').getByText(said(language, 'reports.drill.equal', { total }))).toBeVisible();
}

async function publish(api: Api, title: string, by: object): Promise<void> {
  const item = await api.send<{ id: string }>('POST', '/content', {
    kind: 'article', title, language: 'zh-CN', body: '<p>正文</p>'.repeat(30), downloadable: false, tags: [], gate: 'none', ...by,
  });
  await api.send('POST', `/content/${item.id}/publish`);
}
