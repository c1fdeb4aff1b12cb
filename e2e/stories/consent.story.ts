import { readFile } from 'node:fs/promises';
import { Api } from '../support/api.ts';
import { signIn } from '../support/company.ts';
import { expectSound } from '../support/sound.ts';
import { expect, narrow, onOwnServer, views } from '../support/story.ts';
import { onButton, said } from '../support/texts.ts';

// Somebody agrees in a form, withdraws on the phone, asks what is kept about her, and is forgotten.

const test = onOwnServer();
test.describe.configure({ mode: 'serial', timeout: 300_000 });

interface Made {
  id: string;
}

for (const view of views) {
  const language = view.language;
  test.describe(view.name, () => {
    test.use({ view });

    test('a consent is given, shown, withdrawn and kept to, and the person exported and erased', async ({ page, browser, baseURL }) => {
      const say = (key: string, values?: Record<string, string | number>) => said(language, key, values);
      // Each view has people of its own.
      const n = views.indexOf(view);
      const name = `欧阳若水${n}`;
      const phone = `1391234000${n}`;
      const email = `ouyang${n}@example.com`;
      await signIn(page, language);
      const api = new Api(page.request, language);
      const made = await api.send<Made & { revision: number; slug: string }>('POST', '/forms', { name: `预约${n}`, preset: 'demo' });
      await api.send('POST', `/forms/${made.id}/publish`, { revision: made.revision });

      const stranger = await browser.newContext({
        baseURL: baseURL ?? '', viewport: narrow, locale: language,
        userAgent: 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      });
      const visitor = await stranger.newPage();
      await visitor.goto(`/p/f/${made.slug}`);
      await visitor.locator('[name=name]').fill(name);
      await visitor.locator('[name=phone]').fill(phone);
      await visitor.locator('[name=email]').fill(email);
      await visitor.locator('[name=company]').fill('苏州鸿图机械有限公司');
      await visitor.locator('[name=_consent]').check();
      // People need a moment; what is sent at once is looked at first.
      await visitor.waitForTimeout(2500);
      await visitor.locator('.send button').click();
      await expect(visitor).toHaveURL(/thanks/);
      await stranger.close();

      const { items } = await api.get<{ items: Made[] }>(`/leads?q=${phone}`);
      const lead = items[0]!.id;
      const facts = async () => {
        await page.goto(`/leads/${lead}`);
        await expect(page.getByRole('heading', { name })).toBeVisible();
        if (view.width === narrow.width) await page.getByRole('tab', { name: say('common.record.facts') }).click();
        await expect(page.getByRole('heading', { name: say('consent.card.title') })).toBeVisible();
      };
      await facts();
      const card = page.locator('.lw-consents');
      await expect(card.getByText(`${say('consent.means.email')} · ${say('consent.given')}`)).toBeVisible();
      await expect(card.getByText(say('consent.source.form')).first()).toBeVisible();
      await expectSound(page);
      await card.scrollIntoViewIfNeeded();
      await page.screenshot({ path: test.info().outputPath('card.png') });

      // She agreed, so she would be sent a link; once she has withdrawn, she is not.
      const link = await shortLink(api, `通讯${n}`);
      const ids = [lead];
      expect((await api.send<{ readers: number }>('POST', `/links/${link}/sendings`, { name: '一', way: 'mail', ids })).readers).toBe(1);
      await page.getByRole('button', { name: onButton(language, 'consent.card.say') }).click();
      const drawer = page.getByRole('dialog');
      await drawer.getByLabel(say('consent.say.means'), { exact: true }).click();
      await page.locator('.ant-select-item-option').filter({ hasText: say('consent.means.email') }).click();
      await drawer.getByLabel(say('consent.say.note'), { exact: true }).fill('7 月 3 日来电');
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('say.png') });
      await drawer.getByRole('button', { name: onButton(language, 'common.save') }).click();
      await expect(card.getByText(`${say('consent.means.email')} · ${say('consent.withdrawn')}`)).toBeVisible();
      const refused = await api.send<{ readers: number; leftOut: Record<string, number> }>('POST', `/links/${link}/sendings`, { name: '二', way: 'mail', ids });
      expect(refused.readers).toBe(0);
      expect(refused.leftOut).toEqual({ unsubscribed: 1 });

      await page.getByRole('button', { name: onButton(language, 'consent.card.history') }).click();
      await expect(page.getByRole('dialog').getByText('7 月 3 日来电')).toBeVisible();
      await expect(page.getByRole('dialog').getByText(say('consent.history.formText', { form: `预约${n}` })).first()).toBeVisible();
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('history.png') });
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);

      const menu = page.getByRole('button', { name: say('consent.person.menu'), exact: true });
      await menu.click();
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: say('consent.person.export') }).click()]);
      expect(file.suggestedFilename()).toBe('person.zip');
      expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');

      await menu.click();
      await page.getByRole('menuitem', { name: say('consent.person.erase') }).click();
      await expect(page.getByRole('dialog').getByText(say('consent.count.submission'), { exact: true })).toBeVisible();
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('erase.png') });
      const erase = page.getByRole('button', { name: onButton(language, 'consent.erase.do') });
      await page.getByLabel(say('consent.erase.reason'), { exact: true }).fill('本人书面要求');
      await expect(erase).toBeDisabled();
      await page.getByLabel(say('consent.erase.type', { word: name }), { exact: true }).fill(name);
      await erase.click();
      await expect(page.getByRole('heading', { name: say('leads.erased') })).toBeVisible();
      await expect(page.getByText(name)).toHaveCount(0);
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('erased.png') });
      expect((await api.get<{ items: Made[] }>(`/leads?q=${phone}`)).items).toEqual([]);

      // Settings: the words of the purposes, the list with a line nobody can read, the journal.
      await page.goto('/settings/privacy');
      await expect(page.getByRole('heading', { name: say('consent.title') })).toBeVisible();
      await expect(page.getByText(language === 'en' ? 'Marketing messages' : '营销信息', { exact: true })).toBeVisible();
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('purposes.png') });
      await page.getByRole('tab', { name: say('consent.list.title') }).click();
      await page.getByRole('button', { name: onButton(language, 'consent.list.add') }).click();
      await page.getByLabel(say('consent.list.addresses'), { exact: true }).fill(`left${n}@example.com\n1370013700${n}`);
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('suppress.png') });
      await page.getByRole('dialog').getByRole('button', { name: onButton(language, 'common.save') }).click();
      await expect(page.getByRole('cell', { name: `left${n}@example.com`, exact: true })).toBeVisible();
      await page.getByRole('searchbox', { name: say('consent.list.search') }).fill(email);
      await page.getByRole('searchbox', { name: say('consent.list.search') }).press('Enter');
      await expect(page.getByText(say('consent.list.hashed'))).toHaveCount(1);
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('list.png') });
      await page.getByRole('tab', { name: say('consent.erasures.title') }).click();
      await expect(page.getByRole('cell', { name: '本人书面要求' }).first()).toBeVisible();
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('journal.png') });
    });
  });
}

async function shortLink(api: Api, title: string): Promise<string> {
  const item = await api.send<{ id: string; slug: string }>('POST', '/content', {
    kind: 'article', title, language: 'zh-CN', body: '<p>正文</p>', downloadable: false, tags: [], gate: 'none',
  });
  await api.send('POST', `/content/${item.id}/publish`);
  return (await api.send<{ id: string }>('POST', '/links', { name: title, page: `/p/c/${item.slug}` })).id;
}
