import { Api } from '../support/api.ts';
import { signIn } from '../support/company.ts';
import { csv, type MadeFile } from '../support/files.ts';
import { expectSound } from '../support/sound.ts';
import { expect, narrow, type Page, test, wide } from '../support/story.ts';
import { onButton, said } from '../support/texts.ts';
import { Wizard } from '../support/wizard.ts';

// The main job: the history somebody has goes in, the funnel and the channel sheet come out.

const zh = 'zh-CN' as const;
const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'];
const givenNames = ['桐', '思远', '雨晴', '嘉木', '明哲', '若溪'];
const channels = ['百度推广', '行业展会', '知乎专栏', ''];

/** 60 people, 15 on each channel; the last fifteen came from nobody knows where. */
const people = Array.from({ length: 60 }, (_none, index) => ({
  key: `L${String(index + 1).padStart(3, '0')}`,
  day: `2026-0${1 + (index % 3)}-${String(1 + (index % 28)).padStart(2, '0')}`,
  channel: channels[Math.floor(index / 15)]!,
  name: surnames[index % 10]! + givenNames[Math.floor(index / 10)]!,
  phone: `138${String(10_000_000 + index * 7919)}`,
  company: `${['云杉', '白泽', '鲸落', '苍梧'][index % 4]}${['科技', '智能', '软件'][index % 3]}有限公司`,
}));

const leadsFile = csv('一季度线索.csv', [
  ['线索编号', '首次接触日期', '渠道', '姓名', '手机', '公司'],
  ...people.map((each) => [each.key, each.day, each.channel, each.name, each.phone, each.company]),
]);

/** Six contracts: three of 百度推广, two of 行业展会, one of nobody knows where. */
const won = ['L001', 'L002', 'L003', 'L016', 'L017', 'L046'];
const dealsFile = csv('一季度成交.csv', [
  ['合同编号', '线索编号', '销售', 'SDR', '赢单日期', '行业', '合同金额'],
  ...won.map((key, index) => [`C${index + 1}`, key, '老李', '小王', `2026-05-${10 + index}`, '软件', `${(index + 1) * 10_000}`]),
]);

test.describe('zh-CN, 1440 px', () => {
  test.use({ view: { name: 'zh-CN, 1440 px', language: zh, ...wide } });

  test('the leads and deals of a quarter go in, every figure opens, and all of it can be taken back', async ({ page }) => {
    test.setTimeout(240_000);
    const wizard = new Wizard(page, zh);
    await signIn(page, zh);

    await test.step('leads through the wizard, the day of first contact meaning lead and MQL', async () => {
      await wizard.start('leads', leadsFile);
      await wizard.means('首次接触日期', '首次接触时间', 'MQL 时间');
      await wizard.check();
      await wizard.counts({ rows: '60', new: '60', changed: '0', same: '0', bad: '0' });
      await wizard.commit();
      await wizard.counts({ new: '60', bad: '0' });
    });

    await test.step('the pool: count, search by one and two characters, filter', async () => {
      await page.getByRole('link', { name: said(zh, 'imports.done.seeLeads') }).click();
      await total(page, 60);
      await expectSound(page);
      await page.goto('/leads');
      await total(page, 60);
      const search = page.getByRole('textbox', { name: said(zh, 'leads.search') });
      await search.fill('桐');
      await total(page, people.filter(({ name }) => name.includes('桐')).length);
      await search.fill('鲸落');
      await total(page, people.filter(({ company }) => company.includes('鲸落')).length);
      await search.fill('思远');
      await total(page, people.filter(({ name }) => name.includes('思远')).length);
      await search.fill('');
      await total(page, 60);
      await choose(page, said(zh, 'common.field.channel'), '知乎专栏');
      await total(page, 15);
      await expectSound(page);
      await page.getByRole('button', { name: said(zh, 'common.filter.clear') }).click();
      await total(page, 60);
    });

    await test.step('deals through the wizard', async () => {
      await wizard.start('deals', dealsFile);
      await wizard.means('合同编号', '成交/商机编号', '合同编号');
      await wizard.means('线索编号', '线索编号');
      await wizard.means('赢单日期', '赢单时间');
      await wizard.check();
      await wizard.counts({ rows: '6', new: '6', bad: '0' });
      await wizard.commit();
    });

    await test.step('the lead in full: ledger and timeline', async () => {
      await page.goto('/leads');
      await page.getByRole('textbox', { name: said(zh, 'leads.search') }).fill(people[0]!.phone);
      await total(page, 1);
      await page.getByRole('row').filter({ hasText: people[0]!.name }).getByText(people[0]!.name).click();
      const drawer = page.getByRole('dialog');
      await expect(drawer.getByRole('heading', { name: people[0]!.name })).toBeVisible();
      const ledger = drawer.getByRole('table').filter({ hasText: said(zh, 'leads.ledger.entered') });
      await expect(ledger.getByRole('row').filter({ hasText: 'MQL' })).toContainText(people[0]!.day);
      await expect(ledger.getByRole('row').filter({ hasText: said(zh, 'common.stage.won') })).toContainText('2026-05-10');
      await expect(drawer.getByText('百度推广').first()).toBeVisible();
      await expect(drawer.getByRole('heading', { name: said(zh, 'common.record.timeline') })).toBeVisible();
      await expect(drawer.getByText(said(zh, 'leads.timeline.entered', { stage: said(zh, 'common.stage.won') })).first()).toBeVisible();
      await expectSound(page);
    });

    await test.step('the funnel by channel, and the people behind its figures', async () => {
      await page.goto('/reports/funnel');
      await figure(page, '百度推广', 'lead', 15);
      await figure(page, '百度推广', 'won', 3);
      await figure(page, '行业展会', 'won', 2);
      await figure(page, '(未知)', 'lead', 15);
      await figure(page, '(未知)', 'won', 1);
      await figure(page, said(zh, 'common.total'), 'lead', 60);
      await figure(page, said(zh, 'common.total'), 'mql', 60);
      await figure(page, said(zh, 'common.total'), 'won', 6);
      await expect(page.getByRole('row', { name: /^合计/ })).toContainText('10.0%');
      await expectSound(page);
      await opens(page, '百度推广', 'won', 3);
      await opens(page, '(未知)', 'lead', 15);
      await opens(page, said(zh, 'common.total'), 'won', 6);
    });

    await test.step('typed spend stands in the channel sheet, with what it returned', async () => {
      await page.goto('/spend');
      await page.getByRole('button', { name: said(zh, 'campaigns.spend.new') }).first().click();
      const drawer = page.getByRole('dialog', { name: said(zh, 'campaigns.spend.new') });
      await drawer.getByLabel(said(zh, 'campaigns.spend.amount')).fill('20000');
      await choose(page, said(zh, 'common.field.channel'), '百度推广', drawer);
      await drawer.getByRole('button', { name: onButton(zh, 'common.save') }).click();
      await expect(drawer).toBeHidden();
      await expectSound(page);
      await page.goto('/reports/channels');
      const row = page.getByRole('row', { name: /百度推广/ });
      // 60,000 of contracts on 20,000 of spend.
      await expect(row.getByRole('cell').last()).toHaveText('2.00');
      await expect(page.getByRole('row', { name: /行业展会/ }).getByRole('cell').last()).toHaveText('—');
      await figure(page, '百度推广', 'won', 3);
      await expectSound(page);
      await page.goto('/spend');
      await page.getByRole('row', { name: /百度推广/ }).getByRole('button', { name: onButton(zh, 'common.delete') }).click();
      await expect(page.getByText(said(zh, 'campaigns.spend.emptyTitle'))).toBeVisible();
    });

    await test.step('the same files again change nothing', async () => {
      for (const [kind, file, rows] of [['leads', leadsFile, '60'], ['deals', dealsFile, '6']] as const) {
        // The mapping is remembered.
        await wizard.start(kind, file);
        await expect(page.getByRole('alert').filter({ hasText: file.name })).toBeVisible();
        await wizard.check();
        await wizard.counts({ rows, new: '0', changed: '0', same: rows, bad: '0' });
        await expect(page.getByText(said(zh, 'imports.check.nothingNew'))).toBeVisible();
        await page.getByRole('button', { name: said(zh, 'imports.discard') }).click();
        await page.getByRole('button', { name: onButton(zh, 'common.delete') }).last().click();
        await expect(page).toHaveURL(/\/imports$/);
      }
    });

    await test.step('undo of the deals, then of the leads, empties the pool', async () => {
      await wizard.undo(dealsFile.name);
      expect((await new Api(page.request).get<{ total: { counts: { won: number } } }>('/reports/funnel')).total.counts.won).toBe(0);
      await wizard.undo(leadsFile.name);
      await page.goto('/leads');
      await expect(page.getByText(said(zh, 'leads.emptyTitle'))).toBeVisible();
      await expectSound(page);
    });
  });
});

test.describe('en, 375 px', () => {
  test.use({ view: { name: 'en, 375 px', language: 'en', ...narrow } });

  test('on a phone in English: a file in, its leads, its funnel, and back', async ({ page }) => {
    test.setTimeout(180_000);
    const en = 'en' as const;
    const wizard = new Wizard(page, en);
    await signIn(page, en);
    const small: MadeFile = csv('spring.csv', [
      ['Lead ID', 'First contact', 'Channel', 'Name', 'Phone', 'Company'],
      ['S1', '2026-04-01', 'Trade fair', 'Ann Lee', '13912345601', 'Northwind'],
      ['S2', '2026-04-02', 'Trade fair', 'Bo Chen', '13912345602', 'Northwind'],
      ['S3', '2026-04-03', '', 'Cai Wu', '13912345603', 'Contoso'],
    ]);
    await wizard.start('leads', small);
    await wizard.means('First contact', 'First contact at', 'MQL at');
    await wizard.check();
    await wizard.counts({ rows: '3', new: '3', bad: '0' });
    await wizard.commit();

    await page.getByRole('link', { name: said(en, 'imports.done.seeLeads') }).click();
    await expect(page.getByText('3 leads', { exact: true })).toBeVisible();
    await expectSound(page);
    await page.getByRole('button', { name: /Bo Chen/ }).click();
    await expect(page.getByRole('dialog').getByRole('heading', { name: 'Bo Chen' })).toBeVisible();
    await expect(page.getByRole('dialog').getByText(said(en, 'leads.ledger.title'))).toBeVisible();
    await expectSound(page);

    await page.goto('/reports/funnel');
    await page.getByRole('button', { name: '(unknown) Lead 1' }).click();
    await expect(page.getByRole('dialog').getByRole('status')).toHaveText(said(en, 'reports.drill.equal', { total: 1 }));
    await expect(page.getByRole('dialog').getByText('Cai Wu')).toBeVisible();
    await expectSound(page);

    await wizard.undo(small.name);
    await page.goto('/leads');
    await expect(page.getByText(said(en, 'leads.emptyTitle'))).toBeVisible();
    await expectSound(page);
  });
});

async function total(page: Page, count: number): Promise<void> {
  const none = page.getByText(said(zh, 'common.list.noMatch'));
  await expect(count === 0 ? none : page.getByText(said(zh, 'leads.total', { shown: count }), { exact: true })).toBeVisible();
}

async function choose(page: Page, label: string, option: string, within: Pick<Page, 'getByRole'> = page): Promise<void> {
  const box = within.getByRole('combobox', { name: label, exact: true });
  await box.click();
  await box.fill(option);
  await page.getByTitle(option, { exact: true }).last().click();
}

async function figure(page: Page, row: string, stage: string, count: number): Promise<void> {
  await expect(page.getByRole('button', { name: `${row} ${said(zh, `common.stage.${stage}`)} ${count}`, exact: true })).toBeVisible();
}

/** A figure leads to its people, and the list is as long as the figure says. */
async function opens(page: Page, row: string, stage: string, count: number): Promise<void> {
  await page.getByRole('button', { name: `${row} ${said(zh, `common.stage.${stage}`)} ${count}`, exact: true }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('status')).toHaveText(said(zh, 'reports.drill.equal', { total: count }));
  await expect(drawer.getByRole('row')).toHaveCount(count + 1);
  await expectSound(page);
  await page.goBack();
  await expect(drawer).toBeHidden();
}
