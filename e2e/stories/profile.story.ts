import { Api } from '../support/api.ts';
import { signIn } from '../support/company.ts';
import { expectSound } from '../support/sound.ts';
import { expect, onOwnServer, type View, views } from '../support/story.ts';
import { onButton, said } from '../support/texts.ts';
import type { Page } from '@playwright/test';

// Who is she, what was ever told of her, what did she do: a person in full, with a field of the house's own.

const test = onOwnServer();
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const part = async (page: Page, view: View, name: 'facts' | 'timeline' | 'relations') => {
  if (view.width < 768) await page.getByRole('tab', { name: said(view.language, `common.record.${name}`) }).click();
};

const pick = async (page: Page, name: string, option: string) => {
  await page.getByRole('combobox', { name, exact: true }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click();
};

for (const view of views) {
  const language = view.language;
  const n = views.indexOf(view);
  test.describe(view.name, () => {
    test.use({ view });

    test('a field of the house is asked, edited with undo, and keeps every value it had', async ({ page }) => {
      await signIn(page, language);
      const api = new Api(page.request);
      await page.goto('/settings/fields');
      await page.getByRole('button', { name: said(language, 'fields.add') }).click();
      const drawer = page.getByRole('dialog');
      await drawer.getByLabel(said(language, 'fields.labelZh'), { exact: true }).first().fill(`上云方式${n}`);
      await drawer.getByLabel(said(language, 'fields.labelEn'), { exact: true }).first().fill(`Cloud ${n}`);
      await drawer.getByLabel(said(language, 'fields.key'), { exact: true }).fill(`cloud${n}`);
      await pick(page, said(language, 'fields.type'), said(language, 'fields.types.choice'));
      for (const [index, option] of ['公有云', '私有云'].entries()) {
        await drawer.getByRole('button', { name: said(language, 'fields.optionAdd') }).click();
        await drawer.getByLabel(said(language, 'fields.optionZh', { number: index + 1 })).fill(option);
        await drawer.getByLabel(said(language, 'fields.optionEn', { number: index + 1 })).fill(`Cloud type ${index + 1}`);
      }
      await expectSound(page);
      await drawer.getByRole('button', { name: onButton(language, 'common.save') }).click();
      const called = language === 'en' ? `Cloud ${n}` : `上云方式${n}`;
      const options = language === 'en' ? ['Cloud type 1', 'Cloud type 2'] : ['公有云', '私有云'];
      await expect(page.getByRole('cell', { name: called, exact: true })).toBeVisible();
      await expectSound(page);

      const { id } = await api.send<{ id: string }>('POST', '/leads', { name: `沈云${n}`, phone: `1380013811${n}`, company: `云帆科技${n}有限公司` });
      await page.goto(`/leads/${id}`);
      await part(page, view, 'facts');
      const row = page.locator('.lw-fact').filter({ hasText: called });
      for (const option of options) {
        await row.hover();
        await row.getByRole('button', { name: said(language, 'leads.fact.edit', { field: called }) }).click();
        await pick(page, called, option);
        await row.getByRole('button', { name: onButton(language, 'common.save') }).click();
        await expect(row.getByText(option)).toBeVisible();
      }
      // The offer of the second change takes the place of the first; a click between them is lost.
      await expect(async () => {
        const offer = page.getByRole('button', { name: said(language, 'common.undo') }).last();
        if (await offer.isVisible()) await offer.click({ timeout: 2_000 });
        await expect(row.getByText(options[0]!)).toBeVisible({ timeout: 3_000 });
      }).toPass({ timeout: 20_000 });

      await row.hover();
      await row.getByRole('button', { name: said(language, 'fields.story.open', { field: called }) }).click();
      const story = page.getByRole('dialog');
      await expect(story.locator('.lw-story > li')).toHaveCount(2);
      await expectSound(page);
      await story.locator('.lw-story > li').filter({ hasText: options[1]! }).getByRole('button', { name: said(language, 'fields.story.choose') }).click();
      await expect(row.getByText(options[1]!)).toBeVisible();

      const found = await api.get<{ total: number }>(`/leads?custom.lead.cloud${n}=o2`);
      expect(found.total).toBe(1);
    });

    test('notes, files and everything that happened stand in one story', async ({ page }) => {
      await signIn(page, language);
      const api = new Api(page.request);
      const { items } = await api.get<{ items: { id: string; companyId: string }[] }>(`/leads?q=1380013811${n}`);
      const { id, companyId } = items[0]!;
      await page.goto(`/leads/${id}`);
      await part(page, view, 'timeline');
      await page.getByRole('textbox', { name: said(language, 'notes.placeholder') }).fill('报价已发，等周五回复');
      await page.getByRole('button', { name: said(language, 'notes.write') }).click();
      const note = page.locator('.lw-kept-note');
      await expect(note).toHaveCount(1);
      await note.getByRole('button', { name: said(language, 'notes.pin') }).click();
      await expect(note.getByText(said(language, 'notes.pinned'))).toBeVisible();
      await note.getByRole('button', { name: said(language, 'notes.delete') }).click();
      await expect(note).toHaveCount(0);
      await page.getByRole('button', { name: said(language, 'common.undo') }).last().click();
      await expect(note).toHaveCount(1);

      await pick(page, said(language, 'leads.timeline.kinds'), said(language, 'leads.timeline.kind.note'));
      await page.keyboard.press('Escape');
      await expect(page.locator('.lw-timeline > li')).toHaveCount(1);
      await expectSound(page);

      await part(page, view, 'facts');
      await page.locator('input[type=file]').setInputFiles({ name: '报价单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 price') });
      await expect(page.getByRole('button', { name: '报价单.pdf', exact: true })).toBeVisible();
      const [file] = await api.get<{ id: string }[]>(`/leads/${id}/files`);
      const kept = await api.tryGet(`/kept-files/${file!.id}`);
      expect(kept.headers()['content-disposition']).toMatch(/^attachment/);
      expect(kept.headers()['x-content-type-options']).toBe('nosniff');
      await expectSound(page);
      await part(page, view, 'relations');
      await expectSound(page);

      await page.goto(`/companies?open=${companyId}`);
      await part(page, view, 'facts');
      const industry = said(language, 'companies.field.industry');
      const row = page.getByRole('dialog').locator('.lw-fact').filter({ hasText: industry });
      await row.hover();
      await row.getByRole('button', { name: said(language, 'leads.fact.edit', { field: industry }) }).click();
      await row.getByRole('textbox').fill('云计算');
      await row.getByRole('textbox').press('Enter');
      await expect(row.getByText('云计算')).toBeVisible();
      await expectSound(page);
      if (view.width < 768) await page.getByRole('tab', { name: said(language, 'companies.business') }).click();
      await expect(page.locator('.lw-timeline > li').filter({ hasText: '报价已发' })).toBeVisible();
      await expectSound(page);
    });

    test('which value is shown is a setting, previewed before it is changed', async ({ page }) => {
      await signIn(page, language);
      await page.goto('/settings/survivorship');
      const title = page.getByRole('row').filter({ hasText: said(language, 'leads.field.email') });
      await expect(title).toBeVisible();
      const name = said(language, 'fields.survivorship.ruleOf', { name: language === 'en' ? 'E-mail' : '邮箱' });
      await pick(page, name, said(language, `fields.survivorship.rule.${n % 2 ? 'newest' : 'oldest'}`));
      await page.getByRole('button', { name: said(language, 'fields.survivorship.preview') }).click();
      await expect(page.getByText(said(language, 'fields.survivorship.wouldChange', { people: 0, companies: 0 }))).toBeVisible();
      await expectSound(page);
      await page.getByRole('button', { name: said(language, 'fields.survivorship.apply') }).click();
      await expect(page.getByText(said(language, 'fields.survivorship.run.done', { changed: 0 }))).toBeVisible({ timeout: 20_000 });
      await expectSound(page);
    });
  });
}
