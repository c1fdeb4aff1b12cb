import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from '../support/api.ts';
import { signIn } from '../support/company.ts';
import { noPublicData, publicData } from '../support/launcher.ts';
import { expectSound } from '../support/sound.ts';
import { expect, onOwnServer, type Page, wide } from '../support/story.ts';
import { onButton, said } from '../support/texts.ts';
import { Wizard } from '../support/wizard.ts';

// A real company's funnel, published: 8,000 qualified leads and the 842 contracts they became.

const zh = 'zh-CN' as const;
const leadsName = 'olist_marketing_qualified_leads_dataset.csv';
const dealsName = 'olist_closed_deals_dataset.csv';
const data = publicData();
const test = onOwnServer();

test.use({ view: { name: 'zh-CN, 1440 px', language: zh, ...wide } });
test.skip(!data, noPublicData);

interface Counts {
  lead: number;
  mql: number;
  won: number;
}

interface Funnel {
  rows: { key: string; label: string; counts: Counts; revenueFen: number }[];
  total: { counts: Counts; revenueFen: number };
}

test('a published funnel goes in through the wizard, adds up, opens, and goes out again', async ({ page }) => {
  test.setTimeout(900_000);
  const wizard = new Wizard(page, zh);
  const deals = table(join(data!, dealsName));
  const leads = table(join(data!, leadsName));
  await signIn(page, zh);
  const api = new Api(page.request);
  const funnel = () => api.get<Funnel>('/reports/funnel?by=channel');

  await test.step('leads: qualified on the day of first contact, by landing page and origin', async () => {
    await wizard.start('leads', join(data!, leadsName));
    await wizard.means('mql_id', '线索编号');
    await wizard.means('first_contact_date', '首次接触时间', 'MQL 时间');
    await wizard.means('landing_page_id', '内容');
    await wizard.means('origin', '渠道');
    await wizard.check();
    await wizard.counts({ rows: '8,000', new: '8,000', bad: '0' });
    await wizard.commit();
  });

  await test.step('deals: contracts won, with SDR, sales representative and revenue', async () => {
    await wizard.start('deals', join(data!, dealsName));
    await wizard.means('seller_id', '成交/商机编号');
    await wizard.means('mql_id', '线索编号');
    await wizard.means('sdr_id', 'SDR');
    await wizard.means('sr_id', '负责人（销售）');
    await wizard.means('won_date', '赢单时间');
    await wizard.means('declared_monthly_revenue', '合同金额');
    await wizard.check();
    await wizard.counts({ rows: '842', new: '842', bad: '0' });
    await wizard.commit();
  });

  await test.step('the funnel: 10.5 % won, the unknown origin apart, every row shown as counted', async () => {
    const figures = await funnel();
    expect(figures.total.counts).toMatchObject({ lead: 8000, mql: 8000, won: 842 });
    for (const stage of ['lead', 'mql', 'won'] as const) {
      expect(figures.rows.reduce((sum, { counts }) => sum + counts[stage], 0)).toBe(figures.total.counts[stage]);
    }
    const revenue = deals.reduce((sum, row) => sum + Math.round(Number(row.declared_monthly_revenue) * 100), 0);
    expect(figures.total.revenueFen).toBe(revenue);
    expect(figures.rows.reduce((sum, { revenueFen }) => sum + revenueFen, 0)).toBe(revenue);
    for (const { label, counts } of figures.rows) {
      const origin = label === '(未知)' ? '' : label;
      expect(counts.lead, label).toBe(leads.filter((row) => row.origin === origin).length);
    }

    await page.goto('/reports/funnel');
    await expect(page.getByRole('row', { name: /^合计/ })).toContainText('10.5%');
    for (const { label, counts } of [...figures.rows, { label: said(zh, 'common.total'), counts: figures.total.counts }]) {
      for (const stage of ['lead', 'mql', 'won'] as const) {
        if (counts[stage] > 0) await expect(figure(page, label, stage, counts[stage])).toBeVisible();
      }
    }
    await expect(figure(page, '(未知)', 'lead', 60)).toBeVisible();
    await expectSound(page);
  });

  await test.step('a figure opens to exactly its leads', async () => {
    const figures = await funnel();
    const unknown = leads.filter((row) => row.origin === '').map((row) => row.mql_id!);
    const won = new Set(deals.map((row) => row.mql_id));
    const wonUnknown = unknown.filter((key) => won.has(key));
    await figure(page, '(未知)', 'won', wonUnknown.length).click();
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByRole('status')).toHaveText(said(zh, 'reports.drill.equal', { total: wonUnknown.length }));
    await expect(drawer.getByRole('row')).toHaveCount(wonUnknown.length + 1);
    await expectSound(page);
    await page.goBack();
    await figure(page, '(未知)', 'lead', 60).click();
    await expect(drawer.getByRole('status')).toHaveText(said(zh, 'reports.drill.equal', { total: 60 }));
    await drawer.getByRole('button', { name: onButton(zh, 'common.list.more') }).click();
    await expect(drawer.getByRole('row')).toHaveCount(61);
    await page.goBack();
    for (const { key, counts } of figures.rows) {
      for (const stage of ['lead', 'mql', 'won'] as const) {
        const { total } = await api.get<{ total: number }>(`/reports/leads?by=channel&basis=cohort&row=${encodeURIComponent(key)}&stage=${stage}&limit=1`);
        expect(total, `${key} ${stage}`).toBe(counts[stage]);
      }
    }
  });

  await test.step('SDRs and sales representatives came as people without a login, with their contracts', async () => {
    const { items } = await api.get<{ items: { name: string; canSignIn: boolean }[] }>('/users');
    const named = new Set(deals.flatMap((row) => [row.sdr_id!, row.sr_id!]));
    expect(items.filter(({ canSignIn }) => !canSignIn).map(({ name }) => name).sort()).toEqual([...named].sort());
    for (const [by, column] of [['owner', 'sr_id'], ['sdr', 'sdr_id']] as const) {
      const { rows } = await api.get<Funnel>(`/reports/funnel?by=${by}`);
      const won = rows.filter(({ counts }) => counts.won > 0);
      expect(won.reduce((sum, { counts }) => sum + counts.won, 0)).toBe(842);
      for (const { label, counts } of won) expect(counts.won, label).toBe(deals.filter((row) => row[column] === label).length);
    }
  });

  await test.step('the same files again change nothing', async () => {
    const before = await funnel();
    for (const [kind, name, rows] of [['leads', leadsName, '8,000'], ['deals', dealsName, '842']] as const) {
      await wizard.start(kind, join(data!, name));
      await wizard.check();
      await wizard.counts({ rows, new: '0', changed: '0', same: rows, bad: '0' });
      await expect(page.getByText(said(zh, 'imports.check.nothingNew'))).toBeVisible();
      await page.getByRole('button', { name: said(zh, 'imports.discard') }).click();
      await page.getByRole('button', { name: onButton(zh, 'common.delete') }).last().click();
      await expect(page).toHaveURL(/\/imports$/);
    }
    expect(await funnel()).toEqual(before);
  });

  await test.step('undo empties the pool', async () => {
    await wizard.undo(dealsName);
    expect((await funnel()).total).toMatchObject({ counts: { lead: 8000, won: 0 }, revenueFen: 0 });
    await wizard.undo(leadsName);
    await page.goto('/leads');
    await expect(page.getByText(said(zh, 'leads.emptyTitle'))).toBeVisible();
    await expectSound(page);
  });
});

function figure(page: Page, row: string, stage: string, count: number) {
  return page.getByRole('button', { name: `${row} ${said(zh, `common.stage.${stage}`)} ${count.toLocaleString('en')}`, exact: true });
}

function table(path: string): Record<string, string>[] {
  const text = readFileSync(path, 'utf8').trim().replace(/"[^"]*"/g, (quoted) => quoted.replaceAll(',', ';'));
  const [head, ...lines] = text.split(/\r?\n/).map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(head!.map((name, index) => [name, cells[index] ?? ''])));
}
