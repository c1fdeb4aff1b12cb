import type { Browser } from '@playwright/test';
import { Api } from '../support/api.ts';
import { signIn } from '../support/company.ts';
import { expectSound } from '../support/sound.ts';
import { expect, narrow, onOwnServer, views } from '../support/story.ts';
import { onButton, said } from '../support/texts.ts';

// The head of marketing changes what a form is worth, sees what that would do, publishes it; a visitor fills a form
// and is worth more within seconds, and anybody can read why.

const test = onOwnServer();
test.describe.configure({ mode: 'serial', timeout: 240_000 });

for (const view of views) {
  const { language } = view;
  test.describe(view.name, () => {
    test.use({ view });

    test('a rule is changed, simulated and published, and a form changes a score that explains itself', async ({ page, browser, baseURL }) => {
      const say = (key: string, values?: Record<string, string | number>) => said(language, key, values);
      const button = (key: string, values?: Record<string, string | number>) => page.getByRole('button', { name: onButton(language, key, values) });
      await signIn(page, language);
      const api = new Api(page.request);
      const n = views.indexOf(view);
      // Each view begins with the model that is shipped, so that its change moves somebody.
      if (n > 0) await api.send('POST', '/scoring/activate', { version: 0 });
      const who = `陈思${n}`;
      const phone = `1380013800${n}`;
      const lead = await api.send<{ id: string }>('POST', '/leads', { name: who, phone, title: 'IT总监', company: `云山装备制造${n}有限公司`, province: '江苏省', city: '苏州市' });
      await api.send('POST', '/leads', { name: `学生${n}`, phone: `1390013900${n}`, title: '在校学生' });
      const grade = async () => (await api.get<{ lead: { grade?: string } }>(`/leads/${lead.id}`)).lead.grade;
      await expect.poll(grade).toMatch(/^[A-D][1-4]$/);
      const before = (await api.get<{ engagement: number }>(`/leads/${lead.id}/score`)).engagement;
      await visit(browser, baseURL ?? '', await form(api, n), { name: who, phone });

      await page.goto('/scoring');
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('rules.png'), fullPage: true });
      const rule = language === 'en' ? 'Filled a form' : '提交表单';
      await page.getByRole('button', { name: say('scoring.rule.edit', { name: rule }) }).click();
      const drawer = page.getByRole('dialog', { name: say('scoring.rule.change') });
      await drawer.getByLabel(say('scoring.rule.points'), { exact: true }).fill(String(60 + n));
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('rule.png') });
      await drawer.getByRole('button', { name: onButton(language, 'common.save') }).click();
      await expect(page.getByText(say('scoring.draft.discard')).first()).toBeVisible();

      await page.getByRole('tab', { name: say('scoring.tab.matrix') }).click();
      await expect(page.getByRole('table', { name: say('scoring.tab.matrix') })).toBeVisible();
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('matrix.png') });

      await button('scoring.draft.toPublish').click();
      await button('scoring.simulation.start').or(button('scoring.simulation.again')).click();
      const moved = page.getByRole('table', { name: say('scoring.simulation.byGrade') });
      await expect(moved).toBeVisible();
      await moved.locator('button').first().click();
      await expect(page.getByRole('link', { name: /陈思/ }).first()).toBeVisible();
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('simulation.png'), fullPage: true });
      const engagement = async () => (await api.get<{ engagement: number }>(`/leads/${lead.id}/score`)).engagement;
      const today = await engagement();

      await page.getByLabel(say('scoring.publish.note')).fill(`${60 + n}`);
      await button('scoring.publish.do').click();
      await page.getByRole('dialog').getByRole('button', { name: onButton(language, 'scoring.publish.do') }).click();
      await expect(page.getByText(say('scoring.publish.done', { version: n + 1 })).first()).toBeVisible();
      expect(await engagement()).toBeGreaterThan(today);
      // The notice of the draft goes meanwhile, and what was under the pointer moves up.
      const versions = page.getByRole('tab', { name: say('scoring.tab.versions') });
      await expect(async () => {
        await versions.click();
        await expect(versions).toHaveAttribute('aria-selected', 'true', { timeout: 1_000 });
      }).toPass();
      await expect(page.getByRole('cell', { name: `${60 + n}`, exact: true })).toBeVisible();
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('versions.png') });

      // Within seconds of a form the list knows.
      await visit(browser, baseURL ?? '', await form(api, n + 10), { name: who, phone });
      await expect.poll(grade, { timeout: 8_000 }).toMatch(/^[AB]1$/);
      expect(await engagement()).toBeGreaterThan(before + 2 * 60 - 5);

      await page.goto(`/leads?score.grade=${(await grade()) ?? ''}&q=${phone}`);
      await page.getByText(who).first().waitFor();
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('list.png') });
      if (view.width > narrow.width) {
        await page.getByRole('button', { name: say('scoring.card.explain', { grade: (await grade()) ?? '' }) }).first().click();
        await expect(page.getByRole('tooltip')).toContainText(rule);
        await page.screenshot({ path: test.info().outputPath('popover.png') });
      }

      await page.goto(`/leads/${lead.id}`);
      await page.getByRole('tab', { name: say('common.record.facts') }).click({ timeout: 3_000 }).catch(() => undefined);
      const card = page.locator('.lw-section', { hasText: say('scoring.card.title') }).first();
      await expect(card).toContainText(`+${60 + n}`);
      await expect(card).toContainText(rule);
      await expect(card).toContainText(say(`scoring.route.premium`));
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('lead.png'), fullPage: true });

      await page.goto('/scoring?tab=moves');
      await expect(page.getByRole('link', { name: who })).toBeVisible();
      await expectSound(page);

      await page.goto('/scoring?tab=learned');
      await button('scoring.learned.train').or(button('scoring.learned.again')).click();
      await expect(page.getByText(/200/).first()).toBeVisible();
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('learned.png') });
    });
  });
}

async function form(api: Api, n: number): Promise<string> {
  const made = await api.send<{ id: string; revision: number; slug: string }>('POST', '/forms', { name: `预约演示${n}`, preset: 'demo' });
  await api.send('POST', `/forms/${made.id}/publish`, { revision: made.revision });
  return made.slug;
}

/** Somebody fills the form on a phone, without scripts. */
async function visit(browser: Browser, baseURL: string, slug: string, who: { name: string; phone: string }): Promise<void> {
  const context = await browser.newContext({
    baseURL, viewport: narrow, locale: 'zh-CN', javaScriptEnabled: false, isMobile: true,
    userAgent: 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  });
  const visitor = await context.newPage();
  await visitor.goto(`/p/f/${slug}`);
  await visitor.locator('[name=name]').fill(who.name);
  await visitor.locator('[name=phone]').fill(who.phone);
  await visitor.locator('[name=company]').fill('云山装备制造有限公司');
  await visitor.locator('[name=_consent]').check();
  // People need a moment; what is sent at once is looked at first.
  await visitor.waitForTimeout(2500);
  await visitor.locator('.send button').click();
  await expect(visitor).toHaveURL(/thanks/);
  await context.close();
}
