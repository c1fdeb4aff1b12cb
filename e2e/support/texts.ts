import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './launcher.ts';
import type { Language } from './story.ts';

type Texts = { [key: string]: string | Texts };

const read = new Map<string, Texts>();

/** The app's own text for a key, as a person reads it on the page. */
export function said(language: Language, key: string, values: Record<string, string | number> = {}): string {
  const [module, ...path] = key.split('.');
  let found: string | Texts | undefined = textsOf(module!, language);
  for (const step of path) found = typeof found === 'object' ? found[step] : undefined;
  if (typeof found !== 'string') throw new Error(`There is no text ${key} in ${language}`);
  return found.replace(/{{(\w+)}}/g, (_all, name: string) => String(values[name] ?? ''));
}

/** As said, as the whole name of a button: 保存 is not 保存并发布. Longer names are part of what a button says. */
export function onButton(language: Language, key: string, values: Record<string, string | number> = {}): string | RegExp {
  const text = said(language, key, values);
  return /^[\u4e00-\u9fff]{2}$/.test(text) ? new RegExp(`^${text}$`) : text;
}

function textsOf(module: string, language: Language): Texts {
  const name = `${module}/${language}`;
  const known = read.get(name);
  if (known) return known;
  const texts = JSON.parse(readFileSync(join(checkout, 'web', 'src', module, 'i18n', `${language}.json`), 'utf8')) as Texts;
  read.set(name, texts);
  return texts;
}
