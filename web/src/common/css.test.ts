import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const src = join(import.meta.dirname, '..');

/** The classes whose own rule stands in a file: what it says of them, nobody else may. */
function classes(file: string): string[] {
  const css = readFileSync(join(src, file), 'utf8').replace(/\/\*[^]*?\*\//g, '');
  return [...css.matchAll(/(?:^|[},])\s*\.([\w-]+)\s*(?=[{,])/g)].map(([, name]) => name!);
}

it('says what a class looks like in one part of the app only', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
  const parts = new Map<string, Set<string>>();
  for (const file of files) {
    for (const name of classes(file)) parts.set(name, (parts.get(name) ?? new Set()).add(file));
  }
  const told = [...parts].filter(([, where]) => where.size > 1).map(([name, where]) => `${name}: ${[...where].join(', ')}`);
  expect(told).toEqual([]);
});
