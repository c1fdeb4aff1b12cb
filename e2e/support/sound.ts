import { expect, type Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './launcher.ts';

const modules = readdirSync(join(checkout, 'web', 'src'));
const key = new RegExp(`(?<![\\w./@-])(?:${modules.join('|')})(?:\\.[A-Za-z_][A-Za-z0-9_]*)+(?![\\w@])`, 'g');
const fileName = /\.(csv|xlsx|yaml|txt|png|json)$/;

/** What must hold of every page: it fits its width, and every text on it is in a language. */
export async function expectSound(page: Page): Promise<void> {
  await expect(page.locator('.ant-skeleton, .ant-spin-spinning')).toHaveCount(0);
  // A drawer that slides out is wider for a moment.
  const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overhang, { message: `the page ${page.url()} is wider than its window`, timeout: 3000 }).toBeLessThanOrEqual(0);
  expect(await untranslated(page), `untranslated texts on ${page.url()}`).toEqual([]);
}

async function untranslated(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const attributes = ['placeholder', 'title', 'aria-label', 'alt'];
    const found = [document.title, document.body.innerText];
    for (const element of document.querySelectorAll('[placeholder],[title],[aria-label],[alt]')) {
      for (const name of attributes) found.push(element.getAttribute(name) ?? '');
    }
    return found;
  });
  return texts.flatMap((text) => text.match(key) ?? []).filter((word) => !fileName.test(word));
}
