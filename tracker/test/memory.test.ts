import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isId } from '../src/ids.ts';
import { Memory } from '../src/memory.ts';
import { browser, type Jar } from './browser.ts';

const MINUTE = 60_000;
const AT_HOME = 'https://www.example.com/';
const BY_BAIDU = 'https://www.example.com/?utm_source=baidu&bd_vid=1';

const memory = (jar: Jar) => new Memory(undefined, () => jar.now);

test('a visitor keeps the id from page to page', () => {
  const { jar } = browser();
  const id = memory(jar).visitor();
  assert.ok(isId(id));
  jar.now += 300 * 24 * 60 * MINUTE;
  const later = memory(jar);
  assert.equal(later.visitor(), id);
  assert.ok(later.keeps());
});

test('without cookies a visitor and a visit last as long as the page', () => {
  const { jar } = browser();
  jar.off = true;
  const page = memory(jar);
  assert.equal(page.visit(AT_HOME), page.visit(AT_HOME));
  assert.equal(page.visitor(), page.visitor());
  assert.equal(page.visit(AT_HOME), page.visit(AT_HOME));
  assert.ok(!page.keeps());
  assert.notEqual(memory(jar).visitor(), page.visitor());
});

test('a visit goes on over pages and ends after half an hour of nothing', () => {
  const { jar } = browser();
  const first = memory(jar).visit(AT_HOME);
  jar.now += 29 * MINUTE;
  assert.equal(memory(jar).visit(AT_HOME), first);
  jar.now += 29 * MINUTE;
  const page = memory(jar);
  assert.equal(page.visit(AT_HOME), first);
  assert.ok(!page.paused());
  jar.now += 31 * MINUTE;
  assert.ok(page.paused());
  assert.notEqual(page.visit(AT_HOME), first);
});

test('coming back by another campaign begins a visit, reloading its page does not', () => {
  const { jar } = browser();
  const first = memory(jar).visit(AT_HOME);
  const byBaidu = memory(jar).visit(BY_BAIDU);
  assert.notEqual(byBaidu, first);
  assert.equal(memory(jar).visit(BY_BAIDU), byBaidu);
  assert.equal(memory(jar).visit(AT_HOME), byBaidu);
  assert.notEqual(memory(jar).visit(`${BY_BAIDU}2`), byBaidu);
});

test('what is not a proper id in the cookie is replaced', () => {
  const { jar } = browser();
  jar.cookie = 'lw_v=<script>;max-age=1000';
  jar.cookie = 'lw_s=x.y;max-age=1000';
  assert.ok(isId(memory(jar).visitor()));
  assert.ok(isId(memory(jar).visit(AT_HOME)));
});

test('forgetting leaves neither cookie nor consent', () => {
  const { jar, shelf } = browser();
  const page = memory(jar);
  page.consent = '2';
  const id = page.visitor();
  page.visit(AT_HOME);
  assert.equal(memory(jar).consent, '2');
  page.forget();
  assert.equal(jar.cookie, '');
  assert.deepEqual(Object.keys(shelf), []);
  assert.notEqual(page.visitor(), id);
});

test('a cookie reaches over a domain only from one of its hosts', () => {
  const { jar } = browser();
  const written: string[] = [];
  Object.defineProperty(jar, 'cookie', { get: () => '', set: (text: string) => written.push(text) });
  new Memory('example.com', () => 0).visitor();
  new Memory('other.com', () => 0).visitor();
  assert.match(written[0]!, /;domain=example\.com/);
  assert.match(written[0]!, /;secure/);
  assert.doesNotMatch(written[1]!, /domain=/);
});
