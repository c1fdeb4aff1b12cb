import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../..');

function flat(value: unknown, prefix: string): string[] {
  if (typeof value === 'string') return [prefix];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => flat(inner, `${prefix}.${key}`));
}

function files(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

const modules = readdirSync(SRC).filter((name) => statSync(join(SRC, name)).isDirectory());

function keysOf(module: string, language: string): string[] {
  const folder = join(SRC, module, 'i18n');
  const file = files(join(SRC, module)).find((path) => path === join(folder, `${language}.json`));
  return file ? flat(JSON.parse(readFileSync(file, 'utf8')), module) : [];
}

/** English has plural forms where Chinese has one; they are the same key. */
const bare = (key: string) => key.replace(/_(one|other)$/, '');
const words = (language: string) => new Set(modules.flatMap((module) => keysOf(module, language)).map(bare));

const zh = words('zh-CN');
const en = words('en');
const sources = files(SRC).filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'));

describe('words', () => {
  it('are there at all', () => expect(zh.size).toBeGreaterThan(50));

  it('exist in both languages under the same keys', () => {
    expect([...zh].filter((key) => !en.has(key))).toEqual([]);
    expect([...en].filter((key) => !zh.has(key))).toEqual([]);
  });

  it("that the code asks for with t('…') exist", () => {
    const missing = sources.flatMap((path) =>
      // Also both sides of t(condition ? 'one' : 'other').
      [...readFileSync(path, 'utf8').matchAll(/\bt\(([^()]*)/g)]
        .flatMap((call) => [...(call[1] ?? '').matchAll(/'([a-z]+\.[\w.]+)'/g)].map((match) => match[1] ?? ''))
        .filter((key) => !zh.has(key))
        .map((key) => `${path.slice(SRC.length + 1)}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('that the code composes with t(`…${}`) have at least their beginning', () => {
    const missing = sources.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\bt\(\s*`([^`$]+)\$\{/g)]
        .map((match) => match[1] ?? '')
        .filter((prefix) => ![...zh].some((key) => key.startsWith(prefix)))
        .map((prefix) => `${path.slice(SRC.length + 1)}: ${prefix}…`),
    );
    expect(missing).toEqual([]);
  });

  it('leave no Chinese in the English file', () => {
    const chinese = modules.flatMap((module) =>
      files(join(SRC, module))
        .filter((path) => path.endsWith('/i18n/en.json') && /[\u4e00-\u9fff]/.test(readFileSync(path, 'utf8')))
    );
    expect(chinese).toEqual([]);
  });
});
