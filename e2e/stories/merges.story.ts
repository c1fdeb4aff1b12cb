import { Api } from '../support/api.ts';
import { signIn } from '../support/company.ts';
import { expectSound } from '../support/sound.ts';
import { expect, onOwnServer, views } from '../support/story.ts';
import { onButton, said } from '../support/texts.ts';

// Two leads turn out to be one person, and two people again.

const test = onOwnServer();
test.describe.configure({ mode: 'serial' });

for (const view of views) {
  const language = view.language;
  test.describe(view.name, () => {
    test.use({ view });

    test('two leads become one person by hand, with one story, and two again', async ({ page }) => {
      await signIn(page, language);
      const api = new Api(page.request);
      // Each view has people of its own.
      const n = views.indexOf(view);
      const leads: string[] = [];
      for (const [name, phone] of [[`王晓${n}`, `1380013800${n}`], [`Wang Xiao ${n}`, `1390013900${n}`]]) {
        leads.push((await api.send<{ id: string }>('POST', '/leads', { name, phone })).id);
      }
      const before = await api.leads();

      await page.goto(`/leads/${leads[0]}`);
      await expect(page.getByRole('heading', { name: `王晓${n}` })).toBeVisible();
      await page.getByRole('button', { name: onButton(language, 'leads.merge.with') }).click();
      const search = page.getByRole('dialog').getByRole('searchbox');
      await search.fill(`Wang Xiao ${n}`);
      await search.press('Enter');
      await page.getByRole('dialog').getByRole('button', { name: new RegExp(`Wang Xiao ${n}`) }).click();
      await expectSound(page);
      await page.getByRole('dialog').last().getByRole('button', { name: onButton(language, 'leads.merge.apply') }).last().click();
      await expect(page.getByText(said(language, 'leads.merge.done', { one: `王晓${n}`, other: `Wang Xiao ${n}` }))).toBeVisible();
      expect(await api.leads()).toBe(before - 1);

      // The old address leads to the one lead there is.
      await page.goto(`/leads/${leads[1]}`);
      await page.getByRole('tab', { name: said(language, 'common.record.facts') }).click({ timeout: 3_000 }).catch(() => undefined);
      await expect(page.getByText(`1380013800${n}`).first()).toBeVisible();
      await expect(page.getByText(`1390013900${n}`).first()).toBeVisible();
      await expect(page.getByText(said(language, 'leads.merge.title'))).toBeVisible();
      await expectSound(page);

      await page.getByRole('button', { name: onButton(language, 'leads.merge.split') }).click();
      await page.getByRole('dialog').getByRole('button', { name: onButton(language, 'leads.merge.split') }).click();
      await expect(page.getByText(said(language, 'leads.merge.splitDone'))).toBeVisible();
      expect(await api.leads()).toBe(before);
      for (const [index, phone] of [`1380013800${n}`, `1390013900${n}`].entries()) {
        const { items } = await api.get<{ items: { id: string }[] }>(`/leads?q=${phone}`);
        expect(items.map(({ id }) => id)).toEqual([leads[index]]);
      }
    });

    test('sales asks before calling, and competitors are known as they come in', async ({ page }) => {
      await signIn(page, language);
      const api = new Api(page.request);
      const n = views.indexOf(view);
      const company = `听涛软件${n}有限公司`;
      await api.send('POST', '/leads', { name: `沈听${n}`, phone: `1370013700${n}`, company: `问渠机械${n}有限公司` });

      await page.goto('/settings/known-parties');
      await page.getByLabel(said(language, 'duplicates.party.value'), { exact: true }).fill(company);
      await page.getByRole('button', { name: onButton(language, 'duplicates.party.add') }).click();
      await expect(page.getByRole('cell', { name: company, exact: true })).toBeVisible();
      await expectSound(page);
      const lead = await api.send<{ id: string; verdict?: string }>('POST', '/leads', { name: `陆涛${n}`, phone: `1360013600${n}`, company: `听涛软件${n}（有限公司）` });
      expect(lead.verdict).toBe('competitor');

      await page.goto('/check');
      await expectSound(page);
      const box = page.getByRole('searchbox');
      for (const [asked, kind, subject] of [
        [`137 0013 700${n}`, 'same_lead', `137 0013 700${n}`],
        [`问渠机械${n}`, 'new', `问渠机械${n}有限公司`],
        [company, 'competitor', `听涛软件${n}（有限公司）`],
        [`1350013500${n}`, 'new', `1350013500${n}`],
      ] as const) {
        await box.fill(asked);
        await box.press('Enter');
        await expect(page.getByRole('article', { name: subject, exact: true }).getByText(said(language, `duplicates.check.kind.${kind}`), { exact: true })).toBeVisible();
      }
      await expectSound(page);
    });

    test('a pair in doubt waits in the queue until somebody says that they are two', async ({ page }) => {
      await signIn(page, language);
      const api = new Api(page.request);
      const n = views.indexOf(view);
      for (const phone of [`1520015200${n}`, `1870018700${n}`]) {
        await api.send('POST', '/leads', { name: `诸葛鸣${'甲乙丙丁'[n]}`, phone, company: `卧龙${'金木水火'[n]}属制品有限公司` });
      }
      const waiting = async () => (await api.get<{ items: { one: { name: string } }[] }>('/duplicates')).items.filter(({ one }) => one.name.startsWith('诸葛鸣')).length;
      await expect.poll(waiting, { timeout: 60_000 }).toBeGreaterThan(0);

      await page.goto('/duplicates');
      const two = page.getByRole('button', { name: onButton(language, 'duplicates.different') });
      await expect(two).toBeVisible();
      await expectSound(page);
      // Whoever else waits here is decided as well: the queue is empty in the end, and says so.
      await expect(async () => {
        if (await two.isVisible()) await two.click();
        await expect(page.getByText(said(language, 'duplicates.none'))).toBeVisible({ timeout: 500 });
      }).toPass({ timeout: 60_000 });
      await expectSound(page);
      expect(await waiting()).toBe(0);
    });
  });
}
