import { expect, type Locator, type Page } from '@playwright/test';
import { expectSound } from './sound.ts';
import type { MadeFile } from './files.ts';
import type { Language } from './story.ts';
import { onButton, said } from './texts.ts';

/** The import wizard as a person walks it. */
export class Wizard {
  constructor(
    private readonly page: Page,
    private readonly language: Language,
  ) {}

  /** From the list of imports: what is in the file, and the file itself (made, or a path). */
  async choose(kind: 'leads' | 'deals' | 'spend' | 'links', file: MadeFile | string): Promise<void> {
    await this.page.goto('/imports');
    await this.button('imports.new').first().click();
    const drawer = this.page.getByRole('dialog', { name: this.say('imports.new') });
    await drawer.getByRole('radio', { name: new RegExp(`^${this.say(`imports.kind.${kind}`)}`) }).check();
    await drawer.locator('input[type=file]').setInputFiles(file);
  }

  async start(kind: 'leads' | 'deals' | 'spend' | 'links', file: MadeFile | string): Promise<void> {
    await this.choose(kind, file);
    await expect(this.button('imports.mapping.check')).toBeVisible();
    await expectSound(this.page);
  }

  /** Says in the mapping table what a column means; what was guessed goes. */
  async means(column: string, ...fields: string[]): Promise<void> {
    const picker = this.page.getByRole('combobox', { name: this.say('imports.mapping.targetOf', { column }), exact: true });
    await picker.click();
    // Each press takes back one guess.
    for (let guesses = 0; guesses < 4; guesses++) await picker.press('Backspace');
    for (const field of fields) {
      await picker.fill(field);
      await picker.press('Enter');
    }
    await picker.press('Escape');
    await this.page.getByRole('heading', { level: 1 }).click();
  }

  async check(): Promise<void> {
    await this.button('imports.mapping.check').click();
    await expect(this.tally('rows')).toBeVisible({ timeout: 120_000 });
    await expectSound(this.page);
  }

  async commit(): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('button', { name: this.language === 'en' ? /^Import (the )?[\d,]+ / : /^(只)?导入(没问题的)? ?[\d,]+ 行$/ })
      .click();
    await expect(this.page.getByRole('alert').filter({ hasText: this.say('imports.done.done') })).toBeVisible({ timeout: 120_000 });
    await expectSound(this.page);
  }

  async counts(expected: Partial<Record<'rows' | 'new' | 'changed' | 'same' | 'bad' | 'waiting', string>>): Promise<void> {
    for (const [key, shown] of Object.entries(expected)) await expect(this.tally(key)).toHaveText(shown);
  }

  /** Undoes the newest batch of the file, from the list; the preview says what goes. */
  async undo(fileName: string, outcome: 'undone' | 'partlyUndone' = 'undone'): Promise<void> {
    await this.page.goto('/imports');
    await this.page.getByRole('link', { name: fileName }).first().or(this.page.getByRole('listitem').getByText(fileName).first()).first().click();
    await this.button('imports.undo.title').click();
    const ask = this.page.getByRole('dialog', { name: this.say('imports.undo.title') });
    await expect(ask.getByText(this.say('imports.undo.removed'))).toBeVisible();
    await expectSound(this.page);
    await ask.getByRole('button', { name: onButton(this.language, 'imports.undo.apply') }).click();
    await expect(this.page.getByRole('alert').filter({ hasText: this.say(`imports.done.${outcome}`) })).toBeVisible({ timeout: 120_000 });
    await expectSound(this.page);
  }

  private tally(key: string): Locator {
    const word = this.say(`imports.count.${key}`);
    return this.page.locator('dl > div').filter({ has: this.page.getByRole('term').getByText(word, { exact: true }) }).getByRole('definition');
  }

  private button(key: string): Locator {
    return this.page.getByRole('button', { name: onButton(this.language, key) });
  }

  private say(key: string, values?: Record<string, string | number>): string {
    return said(this.language, key, values);
  }
}
