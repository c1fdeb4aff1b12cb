import assert from 'node:assert/strict';
import { test } from 'node:test';
import { campaignOf, pageOf, pathOf } from '../src/address.ts';
import { isId, newId } from '../src/ids.ts';
import { settingsOf } from '../src/settings.ts';

test('an address without campaign parameters names no campaign', () => {
  assert.equal(campaignOf('https://www.example.com/a?page=2&q=utm#top'), '');
  assert.equal(campaignOf('https://www.example.com/a?utm_source=&gclid='), '');
});

test('one campaign has one mark whatever else stands in the address and in which order', () => {
  const one = campaignOf('https://www.example.com/a?utm_source=baidu&bd_vid=123');
  assert.notEqual(one, '');
  assert.equal(campaignOf('https://www.example.com/b?x=1&bd_vid=123&utm_source=baidu#top'), one);
  assert.notEqual(campaignOf('https://www.example.com/a?utm_source=baidu&bd_vid=124'), one);
});

test('campaign parameters behind a route in the hash count as well', () => {
  assert.notEqual(campaignOf('https://www.example.com/#/a?utm_source=wechat'), '');
});

test('a mark within a page is the same page, a route in the hash is another', () => {
  const at = (hash: string, search = '') => ({ pathname: '/a', search, hash });
  assert.equal(pageOf(at('#part')), pageOf(at('')));
  assert.notEqual(pageOf(at('#/b')), pageOf(at('#/c')));
  assert.notEqual(pageOf(at('', '?q=1')), pageOf(at('', '?q=2')));
  assert.equal(pathOf(at('#/b?q=1', '?x=1')), pathOf(at('#/b?q=2', '?x=2')));
});

test('ids are of version 7, different, and sort by the time they were made', () => {
  const ids = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000].map(newId);
  assert.deepEqual([...ids].sort(), ids);
  for (const id of ids) {
    assert.ok(isId(id));
    assert.match(id, /^.{14}7.{4}[89ab]/);
  }
  assert.equal(Number.parseInt(ids[0]!.replace('-', '').slice(0, 12), 16), 1_700_000_000_000);
  assert.notEqual(newId(1), newId(1));
});

test('the script says where hits go, and the snippet may say otherwise than the site', () => {
  const src = 'https://www.example.com/s/k3f9a2.js?v=2';
  assert.equal(settingsOf({}, src, {}).endpoint, 'https://www.example.com/s/k3f9a2');
  assert.equal(settingsOf({ consent: true }, src, {}).consentNeeded, true);
  assert.equal(settingsOf({ consent: true }, src, { consent: 'none' }).consentNeeded, false);
  assert.equal(settingsOf({}, src, { consent: 'required' }).consentNeeded, true);
  assert.equal(settingsOf({ dnt: true }, src, { dnt: 'false' }).doNotTrack, false);
  assert.equal(settingsOf({ domain: 'a.cn' }, src, { domain: 'b.cn' }).cookieDomain, 'b.cn');
});
