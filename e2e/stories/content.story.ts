import { signIn } from '../support/company.ts';
import { expectSound } from '../support/sound.ts';
import { expect, narrow, test, wide } from '../support/story.ts';
import { said } from '../support/texts.ts';

// A marketer uploads a paper and publishes it; a visitor, known to nobody, reads its pages on the phone.

/** A PDF of some pages, each with its number in large letters. */
function paper(pages: number): Buffer {
  const objects: string[] = [
    '<</Type /Catalog /Pages 2 0 R>>',
    `<</Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, i) => `${4 + 2 * i} 0 R`).join(' ')}]>>`,
    '<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>',
  ];
  for (let i = 0; i < pages; i++) {
    const drawing = `BT /F1 60 Tf 100 500 Td (Page ${i + 1}) Tj ET`;
    objects.push(`<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F1 3 0 R>>>> /Contents ${5 + 2 * i} 0 R>>`);
    objects.push(`<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream`);
  }
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(`${file}trailer\n<</Size ${objects.length + 1} /Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`, 'latin1');
}

for (const { language, title, maker, reader } of [
  { language: 'en', title: 'Choosing an MES', maker: wide, reader: narrow },
  { language: 'zh-CN', title: '离散制造排产白皮书', maker: narrow, reader: narrow },
] as const) {
  test.describe(`${language}, ${maker.width} px`, () => {
    test.use({ view: { name: language, language, ...maker } });

    test('a paper is uploaded, published and read page by page on a phone', async ({ page, browser, baseURL }) => {
      await signIn(page, language);
      await page.goto('/content');
      await expectSound(page);
      await page.getByRole('button', { name: said(language, 'content.new') }).first().click();
      await page.getByLabel(said(language, 'content.field.title'), { exact: true }).fill(title);
      await page.getByLabel(said(language, 'content.field.kind'), { exact: true }).click();
      await page.getByTitle(said(language, 'content.kind.white_paper'), { exact: true }).click();
      await page.locator('input[type=file][accept*=pdf]').setInputFiles({ name: 'paper.pdf', mimeType: 'application/pdf', buffer: paper(6) });
      await expect(page.getByText(said(language, 'content.file.replace'))).toBeVisible({ timeout: 60_000 });
      await page.getByRole('button', { name: said(language, 'content.publish'), exact: true }).click();
      await expect(page).toHaveURL(/\/content\/[0-9a-f-]{36}/);
      await expectSound(page);

      const phone = await browser.newContext({ baseURL: baseURL ?? '', viewport: reader, locale: language, isMobile: true, hasTouch: true });
      const visitor = await phone.newPage();
      const errors: string[] = [];
      visitor.on('pageerror', (error) => errors.push(String(error)));
      await visitor.goto('/p');
      await visitor.getByRole('link', { name: new RegExp(title) }).click();
      await expect(visitor.getByRole('heading', { name: title })).toBeVisible();
      await expect(visitor.locator('.sheet')).toHaveCount(6);
      await expect(visitor.locator('.sheet[data-page="1"] canvas')).toBeVisible();
      await visitor.locator('.sheet[data-page="6"]').scrollIntoViewIfNeeded();
      await expect(visitor.locator('.sheet[data-page="6"] canvas')).toBeVisible();
      await expectSound(visitor);
      expect(errors).toEqual([]);
      await phone.close();
    });
  });
}
