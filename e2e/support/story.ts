import { test as base, expect, type Page } from '@playwright/test';
import { openHouse } from './company.ts';
import { serverUrl } from './launcher.ts';
import { type Started, startOnEmptyFolder } from './startServer.ts';

export type Language = 'zh-CN' | 'en';

/** How a story is looked at: the app must be right in each. */
export interface View {
  name: string;
  language: Language;
  width: number;
  height: number;
}

export const wide = { width: 1440, height: 900 };
export const narrow = { width: 375, height: 812 };

export const views: View[] = (['zh-CN', 'en'] as const).flatMap((language) => [
  { name: `${language}, 1440 px`, language, ...wide },
  { name: `${language}, 375 px`, language, ...narrow },
]);

interface Fixtures {
  view: View;
  /** Console errors that a story provokes on purpose, such as the 401 of a wrong password. */
  expectedErrors: RegExp[];
}

/**
 * A story's page speaks the view's language at the view's width, and the story fails when the
 * browser reported an error that it did not expect.
 */
export const test = base.extend<Fixtures>({
  view: [views[0]!, { option: true }],
  expectedErrors: async ({}, use) => use([]),
  baseURL: async ({}, use) => use(serverUrl()),
  locale: async ({ view }, use) => use(view.language),
  viewport: async ({ view }, use) => use({ width: view.width, height: view.height }),
  page: async ({ page, view, expectedErrors }, use) => {
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.addInitScript((language) => {
      // Frames that show a preview are sandboxed and keep nothing.
      if (window !== top) return;
      if (!localStorage.getItem('leadwell.language')) localStorage.setItem('leadwell.language', language);
    }, view.language);
    await use(page);
    expect(errors.filter((error) => !expectedErrors.some((expected) => expected.test(error)))).toEqual([]);
  },
});

/** For stories that need a house to themselves: a new server, with the administrator in it, for each file that asks. */
export function onOwnServer() {
  return test.extend<object, { server: Started }>({
    server: [
      async ({}, use) => {
        const server = await startOnEmptyFolder();
        try {
          await openHouse(server);
          await use(server);
        } finally {
          server.stop();
        }
      },
      { scope: 'worker', timeout: 180_000 },
    ],
    baseURL: async ({ server }, use) => use(server.url),
  });
}

export { expect };
export type { Page };
