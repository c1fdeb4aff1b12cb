import { Api } from '../support/api.ts';
import { signIn } from '../support/company.ts';
import { csv } from '../support/files.ts';
import { expectSound } from '../support/sound.ts';
import type { Locator } from '@playwright/test';
import { expect, onOwnServer, type Page, views } from '../support/story.ts';
import { onButton, said } from '../support/texts.ts';

// A source that names nobody, and the deals of its leads: opened, tried, won, lost and taken back by hand.

// What was worked on by hand outlives the undo of its file, so other stories would meet it.
const test = onOwnServer();

for (const [place, view] of views.entries()) {
  test.describe(view.name, () => {
    test.use({ view });

    test('a nameless lead is found by its key, and its deal is won, lost and taken back', async ({ page }) => {
      test.setTimeout(240_000);
      const { language } = view;
      const narrow = view.width < 700;
      const say = (key: string, values?: Record<string, string | number>) => said(language, key, values);
      // For the same reason each view has leads and companies of its own.
      const [worked, ...others] = [1, 2, 3].map((number) => `MQL-7${place}0${number}`) as [string, string, string];
      const company = `云杉${place}科技有限公司`;
      const larger = `白泽${place}软件有限公司`;
      const file = csv(`无名线索${place}.csv`, [
        ['线索编号', '首次接触日期', '渠道', '公司'],
        [worked, '2026-03-02', '行业展会', company],
        [others[0], '2026-03-05', '百度推广', larger],
        [others[1], '2026-03-08', '百度推广', larger],
      ]);
      const contract = `HT-2026-01${place}`;
      const called = say('leads.calledByKey', { key: worked });
      await signIn(page, language);
      const api = new Api(page.request, language);
      await api.bring(file, 'leads');

      await test.step('the list calls it by its key, and the search knows the key', async () => {
        await page.goto('/leads');
        await expect(page.getByText(called, { exact: true }).first()).toBeVisible();
        await expectSound(page);
        await page.getByRole('textbox', { name: say('leads.search') }).fill(worked);
        await expect(page.getByText(called, { exact: true }).first()).toBeVisible();
        await expect(page.getByText(say('leads.calledByKey', { key: others[0] }), { exact: true })).toHaveCount(0);
        await page.getByText(called, { exact: true }).first().click();
        await expect(page.getByRole('dialog').getByRole('heading', { name: called })).toBeVisible();
        await expectSound(page);
      });

      await test.step('an opportunity is opened', async () => {
        await page.getByRole('dialog').getByRole('button', { name: say('deals.new') }).click();
        const form = drawer(page, say('deals.title.new'));
        await form.getByLabel(say('deals.field.amount')).fill('120000');
        await day(form, say('deals.field.openedOn'), '2026-04-01');
        await form.getByRole('button', { name: say('deals.add.poc') }).click();
        await day(form, say('deals.field.startedOn'), '2026-04-08');
        await expectSound(page);
        await form.getByRole('button', { name: say('deals.save.new') }).click();
        await expect(form).toBeHidden();
        await expect(deal(page)).toContainText(company);
        await expect(deal(page)).toContainText('2026-04-08');
        await expect(deal(page)).toContainText(say('leads.deal.stage.poc'));
      });

      await test.step('it is lost with a reason, and the undo opens it again', async () => {
        await deal(page).getByRole('button', { name: onButton(language, 'deals.action.lose') }).click();
        const form = drawer(page, say('deals.title.lose'));
        await form.getByRole('button', { name: say('deals.save.lose') }).click();
        await expect(form.getByText(say('common.required'))).toBeVisible();
        await form.getByLabel(say('leads.deal.lossReason')).fill('价格');
        await form.getByRole('button', { name: say('deals.save.lose') }).click();
        await expect(deal(page)).toContainText(say('leads.deal.stage.lost'));
        await expect(deal(page)).toContainText('价格');
        await undo(page, language, say('deals.done.lose', { name: company }));
        await expect(deal(page).getByRole('button', { name: onButton(language, 'deals.action.lose') })).toBeVisible();
      });

      await test.step('it is won with a contract, and the lead and its figures go along', async () => {
        await deal(page).getByRole('button', { name: onButton(language, 'deals.action.win') }).click();
        const form = drawer(page, say('deals.title.win'));
        await form.getByLabel(say('deals.field.contractAmount')).fill('118800.50');
        await day(form, say('deals.field.signedOn'), '2026-05-06');
        await form.getByLabel(say('deals.field.number')).fill(contract);
        await expectSound(page);
        await form.getByRole('button', { name: say('deals.save.win') }).click();
        await expect(deal(page)).toContainText(contract);
        await expect(deal(page)).toContainText(say('leads.deal.stage.won'));
        const found = await api.get<{ items: { stage: string; revenueFen: number }[] }>(`/leads?q=${worked}`);
        expect(found.items).toMatchObject([{ stage: 'won', revenueFen: 11_880_050 }]);
        await expectSound(page);
      });

      await test.step('companies in the order of what was signed', async () => {
        await page.goto('/companies');
        if (narrow) {
          await page.getByRole('combobox', { name: say('common.list.sort') }).click();
          await page.getByTitle(say('common.list.down', { field: say('common.field.revenue') }), { exact: true }).click();
        } else {
          await page.getByRole('columnheader', { name: say('common.field.revenue') }).click();
        }
        await expect(page).toHaveURL(/sort=-revenue/);
        await expect(rows(page, narrow).first()).toContainText(company);
        await expectSound(page);
        if (narrow) {
          await page.getByRole('combobox', { name: say('common.list.sort') }).click();
          await page.getByTitle(say('common.list.down', { field: say('common.field.leads') }), { exact: true }).click();
        } else {
          await page.getByRole('columnheader', { name: say('common.field.leads'), exact: true }).click();
        }
        await expect(rows(page, narrow).first()).toContainText(larger);
      });

      await test.step('from the company it is deleted, and comes back', async () => {
        await rows(page, narrow).filter({ hasText: company }).getByText(company).click();
        await deal(page).getByRole('button', { name: say('deals.action.remove', { name: company }) }).click();
        await expect(deal(page)).toHaveCount(0);
        await undo(page, language, say('deals.done.removed', { name: company }));
        await expect(deal(page)).toContainText(contract);
        await expectSound(page);
      });

      await test.step('the undo of the file names the companies that go, and keeps the lead that was worked on', async () => {
        const [lead] = (await api.get<{ items: { id: string }[] }>(`/leads?q=${worked}`)).items;
        const { opportunities } = await api.get<{ opportunities: { id: string }[] }>(`/leads/${lead!.id}/deals`);
        for (const { id } of opportunities) await api.send('DELETE', `/deals/${id}`);
        await page.goto('/imports');
        await page.getByText(file.name).first().click();
        await page.getByRole('button', { name: onButton(language, 'imports.undo.title') }).click();
        const ask = page.getByRole('dialog', { name: say('imports.undo.title') });
        await expect(ask.getByRole('term').filter({ hasText: say('imports.noun.companies') })).toBeVisible();
        await expectSound(page);
        await ask.getByRole('button', { name: onButton(language, 'imports.undo.apply') }).click();
        await expect(page.getByRole('alert').filter({ hasText: say('imports.done.partlyUndone') })).toBeVisible({ timeout: 60_000 });
        for (const gone of [company, larger]) {
          expect((await api.get<{ total: number }>(`/companies?q=${encodeURIComponent(gone)}`)).total).toBe(0);
        }
        expect((await api.get<{ items: object[] }>(`/leads?q=${others[0]}`)).items).toEqual([]);
      });
    });
  });
}

const drawer = (page: Page, title: string): Locator => page.getByRole('dialog', { name: title });

const deal = (page: Page): Locator => page.locator('.lw-deal');

const rows = (page: Page, narrow: boolean): Locator => (narrow ? page.locator('.lw-cards > li') : page.locator('tbody tr.ant-table-row'));

async function day(form: Locator, label: string, value: string): Promise<void> {
  const box = form.getByLabel(label).first();
  await box.fill(value);
  await box.press('Enter');
}

async function undo(page: Page, language: 'zh-CN' | 'en', done: string): Promise<void> {
  const message = page.locator('.ant-message-notice').filter({ hasText: done });
  await message.getByRole('button', { name: onButton(language, 'common.undo') }).click();
  await expect(page.getByText(said(language, 'common.undone'))).toBeVisible();
}
