import { Api } from '../support/api.ts';
import { signIn } from '../support/company.ts';
import { expectSound } from '../support/sound.ts';
import { expect, onOwnServer, type Page, views } from '../support/story.ts';
import { onButton, said } from '../support/texts.ts';

// A marketer cuts the pool: by a rule that stays true, and by hand; the two heads agree on what an MQL is.

const test = onOwnServer();
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const heads = [
  { name: '顾言', email: 'gu.yan@example.com', password: 'lanterns over the canal', role: 'marketing_head' },
  { name: '韩砺', email: 'han.li@example.com', password: 'iron bridge at noon', role: 'sales_head' },
] as const;

for (const view of views) {
  const language = view.language;
  const n = views.indexOf(view);
  test.describe(view.name, () => {
    test.use({ view });
    // On a phone the facts of a lead are behind a tab.
    const facts = (page: Page) => page.getByRole('tab', { name: said(language, 'common.record.facts') }).click({ timeout: 3_000 }).catch(() => undefined);

    test('a rule is tried while it is written, and its leads come and go by themselves', async ({ page }) => {
      await signIn(page, language);
      const api = new Api(page.request);
      const title = `采购总监${n}`;
      const { id } = await api.send<{ id: string }>('POST', '/leads', { name: `方圆${n}`, phone: `1381138110${n}`, title });
      const other = await api.send<{ id: string }>('POST', '/leads', { name: `尺寸${n}`, phone: `1381138111${n}`, title: `专员${n}` });

      await page.goto('/segments');
      await expectSound(page);
      await page.getByRole('link', { name: said(language, 'segments.new') }).first().click();
      await page.getByLabel(said(language, 'segments.name'), { exact: true }).fill(`决策人${n}`);
      await page.getByRole('button', { name: said(language, 'rules.addField'), exact: true }).click();
      const value = page.getByRole('combobox', { name: said(language, 'rules.field.person.title') });
      await value.fill(title);
      await value.press('Enter');
      await expect(page.getByRole('complementary', { name: said(language, 'segments.trial') }).getByText(`方圆${n}`)).toBeVisible();
      await expectSound(page);
      await page.getByRole('button', { name: onButton(language, 'common.save') }).click();
      await expect(page).toHaveURL(/\/segments\/[0-9a-f-]{36}$/);
      const segment = page.url().split('/').at(-1)!;

      const members = async () =>
        (await api.get<{ items: { name: string }[] }>(`/leads?lead.segment=${segment}`)).items.map(({ name }) => name).sort();
      await expect.poll(members).toEqual([`方圆${n}`]);
      await api.send('PATCH', `/leads/${other.id}`, { title });
      await expect.poll(members).toEqual([`尺寸${n}`, `方圆${n}`].sort());
      await api.send('PATCH', `/leads/${id}`, { title: '顾问' });
      await expect.poll(members).toEqual([`尺寸${n}`]);

      await page.goto(`/leads?lead.segment=${segment}`);
      await expect(page.getByText(`尺寸${n}`).first()).toBeVisible();
      await expect(page.getByText(`方圆${n}`)).toHaveCount(0);
      await page.goto(`/leads/${other.id}`);
      await facts(page);
      await page.getByRole('button', { name: said(language, 'segments.why') }).click();
      // The MQL definition on the same page has its own marks.
      await expect(page.getByRole('tooltip').getByRole('img', { name: said(language, 'rules.holds'), exact: true })).toBeVisible();
      await expectSound(page);
    });

    test('leads are put into a list by hand and taken out again', async ({ page }) => {
      await signIn(page, language);
      const api = new Api(page.request);
      const list = await api.send<{ id: string }>('POST', '/segments', { name: `邀请名单${n}`, rule: null });
      const lead = await api.send<{ id: string }>('POST', '/leads', { name: `季风${n}`, phone: `1391139110${n}` });
      await api.send('POST', `/segments/${list.id}/leads`, { ids: [lead.id] });
      await page.goto(`/leads/${lead.id}`);
      await facts(page);
      await page.getByRole('button', { name: said(language, 'segments.take', { name: `邀请名单${n}` }) }).click();
      await expect(page.getByText(said(language, 'segments.taken', { name: `邀请名单${n}` }))).toBeVisible();
      expect((await api.get<{ leads: number }>(`/segments/${list.id}`)).leads).toBe(0);
      await page.getByRole('button', { name: onButton(language, 'common.undo') }).click();
      await expect.poll(async () => (await api.get<{ leads: number }>(`/segments/${list.id}`)).leads).toBe(1);
      await page.goto('/segments');
      await expect(page.getByText(`邀请名单${n}`)).toBeVisible();
      await expectSound(page);
    });

    test('both heads sign what an MQL is, and a lead is told what it lacks', async ({ page, browser, baseURL }) => {
      await signIn(page, language);
      const api = new Api(page.request);
      if (n === 0) for (const head of heads) await api.send('POST', '/users', { ...head });
      const lead = await api.send<{ id: string }>('POST', '/leads', { name: `丘陵${n}`, phone: `1371137110${n}` });

      for (const [index, head] of heads.entries()) {
        const context = await browser.newContext({
          ...(baseURL ? { baseURL } : {}), locale: language, viewport: { width: view.width, height: view.height }, reducedMotion: 'reduce',
        });
        const theirs = await context.newPage();
        await theirs.addInitScript((chosen) => localStorage.setItem('leadwell.language', chosen), language);
        await signIn(theirs, language, head);
        await theirs.goto('/settings/mql');
        if (index === 0) {
          await theirs.getByRole('button', { name: onButton(language, 'qualification.define.new') }).click();
          await expectSound(theirs);
          await theirs.getByRole('button', { name: onButton(language, 'common.save') }).click();
        }
        await theirs.getByRole('button', { name: onButton(language, 'qualification.define.sign') }).click();
        await theirs.getByRole('dialog').getByRole('button', { name: onButton(language, 'qualification.define.sign') }).click();
        await expect(theirs.getByText(said(language, 'qualification.state.in_force'), { exact: true })).toHaveCount(n === 0 && index === 0 ? 0 : 1);
        await expectSound(theirs);
        await context.close();
      }

      await page.goto(`/leads/${lead.id}`);
      await facts(page);
      await expect(page.getByText(said(language, 'qualification.lacks', { version: n + 1 }))).toBeVisible();
      await page.getByRole('button', { name: said(language, 'qualification.edit') }).click();
      const form = page.getByRole('dialog');
      const yes = form.getByText(said(language, 'qualification.answer.yes'), { exact: true });
      await expect(yes).toHaveCount(4);
      for (const one of await yes.all()) await one.click();
      await expectSound(page);
      await form.getByRole('button', { name: onButton(language, 'common.save') }).click();
      await expect(page.getByText(said(language, 'qualification.meets', { version: n + 1 }))).toBeVisible();
      await api.send('POST', `/leads/${lead.id}/stage`, { stage: 'mql' });
      await expect
        .poll(async () => (await api.get<{ became?: { version: number; met: boolean } }>(`/leads/${lead.id}/qualification`)).became)
        .toEqual({ version: n + 1, met: true });
      await page.reload();
      await facts(page);
      await expect(page.getByText(said(language, 'qualification.became', { version: n + 1 }))).toBeVisible();
      await expectSound(page);
    });
  });
}
