import { signIn } from '../support/company.ts';
import { expectSound } from '../support/sound.ts';
import { expect, narrow, onOwnServer, wide } from '../support/story.ts';
import { onButton, said } from '../support/texts.ts';

// A marketer builds a form without IT; visitors with and without scripts fill it, on a phone, in another site's page.

// Its leads are not those that other stories count.
const test = onOwnServer();

for (const { language, name, visitor, ...size } of [
  { language: 'zh-CN', name: '产线诊断预约', visitor: '钱多多', ...wide },
  { language: 'en', name: 'Line check booking', visitor: 'Grace Hill', ...narrow },
] as const) {
  test.describe(`${language}, ${size.width} px`, () => {
    test.use({ view: { name: language, language, ...size } });

    test('a form is built, published, filled without scripts on a phone, and its lead is found', async ({ page, browser, baseURL }) => {
      const say = (key: string, values?: Record<string, string | number>) => said(language, key, values);
      const button = (key: string) => page.getByRole('button', { name: onButton(language, key) });
      await signIn(page, language);
      await page.goto('/forms');
      await expectSound(page);
      await button('forms.list.new').first().click();
      await page.getByLabel(say('forms.field.name'), { exact: true }).fill(name);
      await page.getByRole('radio', { name: new RegExp(say('forms.preset.demo')) }).check();
      await button('forms.list.begin').click();
      await expect(page).toHaveURL(/\/forms\/[0-9a-f-]{36}/);
      await expectSound(page);
      await button('forms.builder.publish').click();
      const share = page.getByRole('dialog', { name: say('forms.builder.share') });
      const address = await share.getByLabel(say('forms.share.page'), { exact: true }).inputValue();
      expect(address).toMatch(/\/p\/f\/[a-z0-9-]+$/);
      await expectSound(page);

      const plain = await browser.newContext({
        baseURL: baseURL ?? '', viewport: narrow, locale: language, javaScriptEnabled: false, isMobile: true,
        userAgent: 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      });
      const phone = await plain.newPage();
      await phone.goto(`${address}?utm_source=baidu&utm_medium=cpc&utm_term=MES`);
      await phone.locator('[name=name]').fill(visitor);
      await phone.locator('.send button').click();
      // What is missing is said at the field; what was typed is still there.
      await expect(phone.locator('[name=name]')).toHaveValue(visitor);
      await phone.locator('[name=phone]').fill(language === 'en' ? '13711112222' : '13711113333');
      await phone.locator('[name=company]').fill('宁波永兴机械有限公司');
      await phone.locator('[name=_consent]').check();
      // People need a moment; what is sent at once is looked at first.
      await phone.waitForTimeout(2500);
      await phone.locator('.send button').click();
      await expect(phone).toHaveURL(/thanks/);
      await phone.reload();
      await plain.close();

      await page.goto(`${page.url().split('?')[0]}/submissions`);
      await expect(page.getByText(visitor).first()).toBeVisible();
      await expectSound(page);
      await page.getByText(visitor).first().click();
      await expect(page.getByRole('dialog', { name: say('forms.submission.one') })).toContainText('宁波永兴机械有限公司');
      await expectSound(page);
      await page.goto(page.url().replace(/\/submissions.*$/, '/report'));
      await expectSound(page);

      await page.goto('/leads');
      await expect(page.getByText(visitor).first()).toBeVisible();
    });
  });
}
