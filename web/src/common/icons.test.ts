import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import * as icons from './icons';

const src = join(import.meta.dirname, '..');

it('draws icons that a reader of the screen passes over', () => {
  for (const [name, icon] of Object.entries(icons)) {
    const drawn = renderToStaticMarkup(createElement(icon));
    expect(drawn, name).toMatch(/^<span aria-hidden="true" class="anticon/);
    expect(drawn, name).not.toContain('aria-label');
  }
});

it('draws none that speak', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/^common.icons\./.test(file));
  expect(files.filter((file) => readFileSync(join(src, file), 'utf8').includes('@ant-design/icons'))).toEqual([]);
});
