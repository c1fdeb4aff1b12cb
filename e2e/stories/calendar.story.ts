import { signIn } from '../support/company.ts';
import { expectSound } from '../support/sound.ts';
import { expect, test, views } from '../support/story.ts';
import { onButton, said } from '../support/texts.ts';

// Whoever keeps the settings looks at the year, adds a holiday of next year, tries the calendar, and takes the holiday back.

for (const view of views) {
  const { language } = view;
  test.describe(view.name, () => {
    test.use({ view });

    test('the year has its holidays, next year gets one, and hours are counted around it', async ({ page }) => {
      await signIn(page, language);
      await page.goto('/settings/calendar');
      await expect(page.getByText(said(language, 'calendar.workdays', { year: 2026, count: 248 }))).toBeVisible();
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('year.png'), fullPage: true });

      await page.getByRole('button', { name: said(language, 'calendar.next') }).click();
      await expect(page.getByText(said(language, 'calendar.unknown', { year: 2027 }))).toBeVisible();
      await page.getByRole('button', { name: said(language, 'calendar.say') }).click();
      const drawer = page.getByRole('dialog');
      const [from, to] = await drawer.locator('.ant-picker-range input').all();
      await from!.fill('2027-01-01');
      await to!.fill('2027-01-03');
      await to!.press('Enter');
      await drawer.getByLabel(said(language, 'calendar.name'), { exact: true }).fill('元旦');
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('days.png') });
      await drawer.getByRole('button', { name: onButton(language, 'common.save') }).click();
      await expect(page.getByText('2027-01-01', { exact: true })).toBeVisible();
      await expect(page.getByText(said(language, 'calendar.unknown', { year: 2027 }))).toHaveCount(0);
      await expectSound(page);
      await page.screenshot({ path: test.info().outputPath('next.png'), fullPage: true });

      for (const day of ['2027-01-01', '2027-01-02', '2027-01-03']) {
        await page.getByRole('button', { name: said(language, 'calendar.forget', { day }) }).click();
        await expect(page.getByRole('button', { name: said(language, 'calendar.forget', { day }) })).toHaveCount(0);
      }
      await expect(page.getByText(said(language, 'calendar.ownNone', { year: 2027 }))).toBeVisible();
    });
  });
}
