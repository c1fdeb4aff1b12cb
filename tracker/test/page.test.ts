import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PageView } from '../src/page.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

function page(inSight = true): { view: PageView; pass: (ms: number) => void } {
  let now = 5_000;
  const view = new PageView('visit', 'https://a.cn/', '/', '/', '', () => now, inSight);
  return { view, pass: (ms) => (now += ms) };
}

test('only time in sight counts', () => {
  const { view, pass } = page();
  pass(10 * SECOND);
  view.hidden();
  pass(60 * MINUTE);
  view.shown();
  pass(5 * SECOND);
  assert.equal(view.news()?.ms, 15 * SECOND);
});

test('a page opened behind others has not been seen', () => {
  const { view, pass } = page(false);
  pass(10 * MINUTE);
  assert.equal(view.news(), undefined);
});

test('a page left open is not read for longer than five minutes after the last sign of life', () => {
  const { view, pass } = page();
  pass(60 * MINUTE);
  assert.equal(view.news()?.ms, 5 * MINUTE);
  view.active();
  pass(2 * MINUTE);
  assert.equal(view.news()?.ms, 7 * MINUTE);
});

test('what was told is told again only when there is more', () => {
  const { view, pass } = page();
  pass(3 * SECOND);
  view.read(40);
  assert.deepEqual(view.news(), { page: view.id, ms: 3 * SECOND, depth: 40 });
  assert.equal(view.news(), undefined);
  view.read(30);
  assert.equal(view.news(), undefined);
  view.read(90);
  assert.equal(view.news()?.depth, 90);
  view.read(400);
  assert.equal(view.news()?.depth, 100);
});

test('the longer a page is read the seldomer that is said, but never seldomer than each four minutes', () => {
  const { view, pass } = page();
  const beats: number[] = [];
  for (let second = 5; second <= 30 * 60; second += 5) {
    pass(5 * SECOND);
    view.active();
    if (view.beat()) beats.push(second);
  }
  assert.deepEqual(beats.slice(0, 6), [10, 20, 40, 80, 160, 320]);
  assert.deepEqual(beats.slice(6), [560, 800, 1040, 1280, 1520, 1760]);
});
