import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { admin, signIn, words } from '../support/company.ts';
import { dataFolder } from '../support/launcher.ts';
import { expectSound } from '../support/sound.ts';
import { expect, test, views } from '../support/story.ts';

const places = [
  '/', '/campaigns', '/channels', '/spend', '/sites', '/codes', '/followers', '/leads', '/companies', '/imports',
  '/reports/funnel', '/reports/channels', '/reports/durations', '/reports/problems',
  '/settings', '/settings/workspace', '/settings/users', '/settings/departments', '/settings/wecom', '/settings/keys', '/settings/audit',
];

test('the link that start prints lets the first administrator in, once', async ({ page, view }) => {
  const code = readFileSync(join(dataFolder(), 'setup-code'), 'utf8').trim();
  const word = words[view.language];

  await page.goto(`/setup?code=${code}`);
  await expectSound(page);
  await page.getByLabel(word.company, { exact: true }).fill('青禾软件');
  await page.getByLabel(word.name, { exact: true }).fill(admin.name);
  await page.getByLabel(word.email, { exact: true }).fill(admin.email);
  await page.getByLabel(word.password, { exact: true }).fill(admin.password);
  await page.getByRole('button', { name: word.create }).click();
  await expect(page).not.toHaveURL(/\/setup/);
  await expectSound(page);

  // The code is spent: the page leads on instead of asking again.
  await page.goto(`/setup?code=${code}`);
  await expect(page).not.toHaveURL(/\/setup/);
});

test('a wrong password is refused with a sentence', async ({ page, view, expectedErrors }) => {
  expectedErrors.push(/status of 401/);
  const word = words[view.language];
  await page.goto('/login');
  await page.getByLabel(word.email, { exact: true }).fill(admin.email);
  await page.getByLabel(word.password, { exact: true }).fill('not the password');
  await page.getByRole('button', { name: word.signIn }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page).toHaveURL(/\/login/);
  await expectSound(page);
});

for (const view of views) {
  test.describe(view.name, () => {
    test.use({ view });

    test('signing in leads to the app, a page asked for before is remembered', async ({ page }) => {
      await page.goto('/imports');
      await expect(page).toHaveURL(/\/login/);
      await expectSound(page);
      const word = words[view.language];
      await page.getByLabel(word.email, { exact: true }).fill(admin.email);
      await page.getByLabel(word.password, { exact: true }).fill(admin.password);
      await page.getByRole('button', { name: word.signIn }).click();
      await expect(page).toHaveURL(/\/imports/);
      await expectSound(page);
    });

    test('an empty house leads on from every place', async ({ page }) => {
      test.setTimeout(180_000);
      await signIn(page, view.language);
      for (const place of places) {
        await page.goto(place);
        await expect(page.getByRole('main')).toBeVisible();
        await expectSound(page);
      }
    });
  });
}
