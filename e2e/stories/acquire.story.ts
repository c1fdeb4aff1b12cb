import type { Page } from '@playwright/test';
import { Api } from '../support/api.ts';
import { signIn } from '../support/company.ts';
import { raw } from '../support/files.ts';
import { expectSound } from '../support/sound.ts';
import { expect, onOwnServer, wide } from '../support/story.ts';
import { onButton, said } from '../support/texts.ts';
import { Wizard } from '../support/wizard.ts';

// One visitor from the ad to the form, and the yuan that the ad cost: all of it stands with the lead.

const test = onOwnServer();
test.use({ view: { name: 'zh-CN, 1440 px', language: 'zh-CN', ...wide } });

const plan = '产品词';
const unit = 'MES系统';
const keyword = 'MES系统多少钱';
const report = [
  '推广关键词报告',
  '账户：,qinghe-sem',
  '',
  '日期,账户,推广计划,推广单元,关键词,展现,点击,消费,点击率,平均点击价格',
  `DAY,qinghe-sem,${plan},${unit},${keyword},"1,200",40,"1,234.50",3.33%,30.86`,
  `DAY,qinghe-sem,品牌词,公司名,青禾软件,"300",30,"65.50",10.00%,2.18`,
  '合计,-,-,-,-,"1,500",70,"1,300.00",4.67%,18.57',
].join('\n');

interface Item {
  id: string;
  slug: string;
}

test('a visitor of a Baidu ad reads, leaves, comes back and fills the form; the lead knows all of it, and its keyword what it cost', async ({ page, browser, baseURL }) => {
  await signIn(page, 'zh-CN');
  const api = new Api(page.context().request);
  const paper = await article(api, '离散制造排产怎么做');
  const story = await article(api, '华东某阀门厂的排产实践');
  const slug = await demoForm(api);

  const phone = await browser.newContext({ baseURL: baseURL!, locale: 'zh-CN', viewport: { width: 390, height: 844 } });
  const visitor = await phone.newPage();
  await visitor.clock.install();
  const ad = new URLSearchParams({ utm_source: 'baidu', utm_medium: 'cpc', plan, unit, keyword, bd_vid: 'bd-77' });
  await visitor.goto(`/p/c/${paper.slug}?${ad}`, { referer: 'https://www.baidu.com/' });
  await stay(visitor, 42);
  await visitor.goto(`/p/c/${story.slug}`);
  await stay(visitor, 75);
  await visitor.goto('about:blank');
  await expect.poll(async () => (await api.get<{ items: unknown[] }>('/visits')).items.length).toBe(1);

  // After dinner, by typing the address.
  await visitor.clock.fastForward('03:00:00');
  await visitor.goto(`/p/f/${slug}`);
  await visitor.getByRole('textbox', { name: '姓名' }).fill('周婷');
  await visitor.getByRole('textbox', { name: '手机' }).fill('13912345678');
  await visitor.getByRole('textbox', { name: '公司名称' }).fill('杭州启明阀门有限公司');
  await visitor.getByRole('checkbox', { name: /隐私政策/ }).check();
  // People need a moment by the server's clock too; what is sent at once is looked at first.
  await visitor.waitForTimeout(2500);
  await stay(visitor, 20);
  await visitor.locator('.send button').click();
  await expect(visitor).toHaveURL(/thanks/);
  await phone.close();

  await new Wizard(page, 'zh-CN').choose('spend', raw('百度关键词报告.csv', report.replaceAll('DAY', day())));
  await page.getByRole('button', { name: onButton('zh-CN', 'imports.mapping.check') }).or(page.getByText('1,300')).first().waitFor();
  const wizard = new Wizard(page, 'zh-CN');
  if (await page.getByRole('button', { name: onButton('zh-CN', 'imports.mapping.check') }).isVisible()) await wizard.check();
  await wizard.commit();

  await page.goto('/leads');
  await page.getByText('周婷').first().click();
  const lead = page.getByRole('dialog').or(page.locator('.ant-drawer-content')).first();
  await expect(lead.getByText(keyword).first()).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('lead.png') });
  const timeline = lead.locator('li').filter({ has: page.locator('.lw-timeline-body') });
  await expect(timeline.filter({ hasText: said('zh-CN', 'leads.scene.form') })).toHaveCount(1);
  await expect(timeline.filter({ hasText: said('zh-CN', 'leads.scene.content_read') }).or(timeline.filter({ hasText: said('zh-CN', 'leads.scene.visit') })).first()).toBeVisible();
  await expectSound(page);

  await page.goto('/reports/channels?by=keyword');
  const row = page.getByRole('row').filter({ hasText: keyword });
  await expect(row).toContainText('1,234.5');
  await expect(row).toContainText('1');
  await page.screenshot({ path: test.info().outputPath('keywords.png') });
  await expectSound(page);

  await page.goto('/content');
  const read = page.getByRole('row').filter({ hasText: '华东某阀门厂的排产实践' });
  await expect(read).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('content.png') });
});

async function article(api: Api, title: string): Promise<Item> {
  const item = await api.send<Item>('POST', '/content', {
    kind: 'article', title, language: 'zh-CN', body: '<p>正文</p>'.repeat(30), downloadable: false, tags: [], gate: 'none',
  });
  return api.send<Item>('POST', `/content/${item.id}/publish`);
}

async function demoForm(api: Api): Promise<string> {
  const form = await api.send<{ id: string; revision: number; slug: string }>('POST', '/forms', { name: '预约演示', preset: 'demo' });
  await api.send('POST', `/forms/${form.id}/publish`, { revision: form.revision });
  return form.slug;
}

/** Reads on for so many seconds of the page's own clock. */
async function stay(visitor: Page, seconds: number): Promise<void> {
  await visitor.waitForLoadState('load');
  await visitor.waitForTimeout(500);
  await visitor.clock.runFor(seconds * 1000);
  await visitor.waitForTimeout(300);
}

function day(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
