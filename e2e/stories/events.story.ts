import { signIn } from '../support/company.ts';
import { expectSound } from '../support/sound.ts';
import { expect, narrow, onOwnServer, wide } from '../support/story.ts';
import { onButton, said } from '../support/texts.ts';

// A marketer plans an event; a guest registers on a phone; a colleague lets the guest in at the door without a net.

// Its leads are not those that other stories count.
const test = onOwnServer();

for (const { language, title, guest, view } of [
  { language: 'en', title: 'Shop floor day', guest: 'Wei Wang', view: wide },
  { language: 'zh-CN', title: '设备联网开放日', guest: '王伟', view: narrow },
] as const) {
  test.describe(`${language}, ${view.width} px`, () => {
    // The net goes away on purpose.
    test.use({ view: { name: language, language, ...view }, expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });

    test('an event is published, registered for and checked in while the net is away', async ({ page, context, browser, baseURL }) => {
      await signIn(page, language);
      // The builder of forms has a story of its own.
      await page.evaluate(async () => {
        const token = decodeURIComponent(/XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '');
        const post = async (path: string, body: unknown) =>
          (await fetch(`/api/v1${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token }, body: JSON.stringify(body) })).json();
        const form = (await post('/forms', { name: `event ${Date.now()}`, preset: 'event' })) as { id: string; revision: number };
        await post(`/forms/${form.id}/publish`, { revision: form.revision });
      });

      await page.goto('/events');
      await expectSound(page);
      await page.getByRole('link', { name: said(language, 'events.new') }).first().click();
      await page.getByLabel(said(language, 'events.field.title'), { exact: true }).fill(title);
      await page.getByLabel(said(language, 'events.field.venue'), { exact: true }).fill('A1');
      await page.getByLabel(said(language, 'events.field.form'), { exact: true }).click();
      await page.locator('.ant-select-item-option').first().click();
      await page.getByRole('button', { name: onButton(language, 'events.publish') }).click();
      await expect(page).toHaveURL(/\/events\/[0-9a-f-]{36}/);
      await expect(page.locator('.ant-tag').filter({ hasText: said(language, 'events.status.published') })).toBeVisible();
      await expectSound(page);
      const id = /\/events\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
      const event = await (await context.request.get(`/api/v1/events/${id}`)).json() as { slug: string };

      const phone = await browser.newContext({ baseURL: baseURL ?? '', viewport: narrow, locale: language, isMobile: true, hasTouch: true, javaScriptEnabled: false });
      const visitor = await phone.newPage();
      await visitor.goto(`/p/e/${event.slug}`);
      await visitor.locator('input[name=name]').fill(guest);
      await visitor.locator('input[name=phone]').fill('13800138000');
      await visitor.locator('input[name=email]').fill('guest@example.com');
      await visitor.locator('input[name=company]').fill('ACME');
      await visitor.locator('input[name=title]').fill('CTO');
      await visitor.locator('input[name=_consent]').check();
      // People need a moment; what is sent at once is looked at first.
      await visitor.waitForTimeout(2500);
      await visitor.locator('form.form button[type=submit]').click();
      await expect(visitor).toHaveURL(/\/ticket\//);
      await expect(visitor.locator('.ticket-code svg')).toBeVisible();
      await phone.close();

      await page.setViewportSize(narrow);
      await page.goto(`/events/${id}/check-in`);
      await expect(page.getByText(guest)).toBeVisible();
      await expectSound(page);
      await context.setOffline(true);
      await page.getByRole('button', { name: onButton(language, 'events.door.letIn') }).click();
      await expect(page.locator('.lw-checkin-net')).toBeVisible();
      await context.setOffline(false);
      await expect(page.locator('.lw-checkin-net')).toBeHidden({ timeout: 15_000 });
      const list = await (await context.request.get(`/api/v1/events/${id}/door`)).json() as { checkInId?: string }[];
      expect(list.filter((line) => line.checkInId)).toHaveLength(1);

      await page.goto(`/events/${id}/attendees`);
      await expect(page.getByText(guest)).toBeVisible();
      await expectSound(page);
      await page.goto('/settings/mail');
      await expect(page.getByLabel(said(language, 'messaging.field.host'))).toBeVisible();
      await expectSound(page);
    });
  });
}
