import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { newId } from '../src/ids.ts';
import { type Hit, Queue } from '../src/queue.ts';
import { browser, type Shelf } from './browser.ts';

interface Body {
  visitor: string;
  sent: number;
  hits: Hit[];
}

let shelf: Shelf;
let received: Body[];
let beacons: Body[];
let answer: () => Promise<Response>;
let later: { run: () => void; ms: number }[];

const hit = (name = 'page'): Hit => ({ id: newId(), at: Date.now(), name, visit: newId() });
const says = (status: number, headers: Record<string, string> = {}) => () =>
  Promise.resolve(new Response(null, { status, headers }));
const queue = () => new Queue('https://a.cn/c/k', () => ({ visitor: 'v' }));
const kept = () => Object.keys(shelf).filter((name) => name.startsWith('lw_q_'));
const settle = () => new Promise((done) => setImmediate(done));

beforeEach(() => {
  ({ shelf } = browser());
  received = [];
  beacons = [];
  later = [];
  answer = says(204);
  Object.assign(globalThis, {
    fetch: (_url: string, init: RequestInit) => {
      received.push(JSON.parse(String(init.body)) as Body);
      return answer();
    },
    setTimeout: (run: () => void, ms: number) => later.push({ run, ms }),
  });
  Object.defineProperty(globalThis, 'navigator', {
    configurable: true,
    value: { sendBeacon: (_url: string, body: string) => beacons.push(JSON.parse(body) as Body) > 0 },
  });
});

test('what has arrived is neither kept nor sent again', async () => {
  const hits = queue();
  hits.add(hit());
  assert.equal(kept().length, 1);
  hits.send();
  await settle();
  hits.send();
  assert.equal(received.length, 1);
  assert.equal(received[0]!.visitor, 'v');
  assert.equal(kept().length, 0);
});

test('what has not arrived is sent again with the same id, later each time', async () => {
  answer = () => Promise.reject(new TypeError('offline'));
  const hits = queue();
  const one = hit();
  hits.add(one);
  hits.send();
  await settle();
  later.shift()!.run();
  await settle();
  const [first, second] = received.map((body) => body.hits[0]!.id);
  assert.equal(first, one.id);
  assert.equal(second, one.id);
  assert.ok(later[0]!.ms >= 1000 && later[0]!.ms <= 3000);
  assert.equal(kept().length, 1);
});

test('a server that is busy says how long to wait, one that refuses is not asked again', async () => {
  answer = says(503, { 'Retry-After': '77' });
  const hits = queue();
  hits.add(hit());
  hits.send();
  await settle();
  assert.equal(later[0]!.ms, 77_000);
  answer = says(400);
  later.shift()!.run();
  await settle();
  assert.equal(kept().length, 0);
  assert.equal(later.length, 0);
});

test('the next page sends what the last one could not', async () => {
  answer = () => Promise.reject(new TypeError('offline'));
  const before = queue();
  const one = hit();
  before.add(one);
  before.send();
  await settle();
  answer = says(204);
  const next = queue();
  next.adopt(Date.now());
  next.send();
  await settle();
  assert.equal(received.at(-1)!.hits[0]!.id, one.id);
  assert.equal(kept().length, 0);
});

test('what is older than the server remembers is not sent any more', async () => {
  const before = queue();
  before.add({ ...hit(), at: Date.now() - 7 * 24 * 3600 * 1000 });
  const next = queue();
  next.adopt(Date.now());
  next.send();
  await settle();
  assert.equal(received.length, 0);
});

test('what somebody else wrote into the storage harms nothing', async () => {
  shelf.setItem('lw_q_a', 'no json');
  shelf.setItem('lw_q_b', '{"hits":1}');
  shelf.setItem('lw_q_c', '[1,null,{"id":7}]');
  const hits = queue();
  hits.adopt(Date.now());
  hits.add(hit());
  hits.send();
  await settle();
  assert.equal(received[0]!.hits.length, 1);
});

test('a delivery has twenty hits and sixty kilobytes at most', async () => {
  const hits = queue();
  for (let i = 0; i < 45; i++) hits.add(hit());
  hits.send();
  await settle();
  await settle();
  await settle();
  assert.deepEqual(received.map((body) => body.hits.length), [20, 20, 5]);

  received = [];
  const long = queue();
  for (let i = 0; i < 10; i++) long.add({ ...hit(), title: '长'.repeat(4000) });
  for (let i = 0; i < 4; i++) {
    long.send();
    await settle();
  }
  assert.deepEqual(received.map((body) => body.hits.length), [4, 4, 2]);
});

test('a server out of reach does not fill the visitor’s disk', () => {
  const hits = queue();
  for (let i = 0; i < 500; i++) hits.add(hit());
  assert.equal((JSON.parse(String(shelf.getItem(kept()[0]!))) as Hit[]).length, 100);
});

test('a page that goes hands everything to the browser, once, and keeps it for the next page', () => {
  const hits = queue();
  for (let i = 0; i < 25; i++) hits.add(hit());
  hits.sendLast();
  hits.sendLast();
  assert.deepEqual(beacons.map((body) => body.hits.length), [20, 5]);
  assert.equal(kept().length, 1);
});

test('clearing forgets what other pages left as well', () => {
  queue().add(hit());
  const hits = queue();
  hits.add(hit());
  hits.clear();
  assert.equal(kept().length, 0);
  hits.send();
  assert.equal(received.length, 0);
});
