import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { leadwell, leadwellEnds, noPublicData, publicData } from '../support/launcher.ts';
import { type Started, startOnEmptyFolder } from '../support/startServer.ts';

// The shell alone, on servers of its own: what a script or a cron job does.

interface Funnel {
  rows: Record<string, string | number>[];
  total: Record<string, number>;
}

const leadsYaml = `
kind: leads
source: funnel
columns:
  mql_id: key
  first_contact_date: [lead_at, mql_at]
  landing_page_id: content
  origin: channel
defaults:
  source_class: marketing
`;

const dealsYaml = `
kind: deals
source: funnel
columns:
  seller_id: key
  mql_id: lead_key
  sdr_id: sdr
  sr_id: owner
  won_date: won_at
  business_segment: industry
  declared_monthly_revenue: amount
`;

test.describe.configure({ mode: 'serial' });

let server: Started;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leadwell shell-'));
  server = await startOnEmptyFolder();
  write('leads.yaml', leadsYaml);
  write('deals.yaml', dealsYaml);
});

test.afterAll(() => {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('leads and deals go in, the funnel comes out, and the same files change nothing', () => {
  const leads = write(
    'leads.csv',
    `mql_id,first_contact_date,landing_page_id,origin
m1,2026-01-05,p1,百度
m2,2026-01-06,p1,百度
m3,2026-02-01,p2,展会
m4,2026-02-02,p2,
`,
  );
  const deals = write(
    'deals.csv',
    `mql_id,seller_id,sdr_id,sr_id,won_date,business_segment,declared_monthly_revenue
m1,s1,小王,老李,2026-03-01 10:00:00,软件,1200.50
m4,s2,小王,老张,2026-03-02 10:00:00,制造,0.0
`,
  );
  expect(run('import', leads, '--mapping', join(folder, 'leads.yaml'), '--dry-run').out).toContain('4 new');
  expect(funnel().total.leads).toBe(0);
  expect(run('import', leads, '--mapping', join(folder, 'leads.yaml')).code).toBe(0);
  expect(run('import', deals, '--mapping', join(folder, 'deals.yaml')).code).toBe(0);

  const figures = funnel();
  expect(figures.total).toMatchObject({ leads: 4, mql: 4, won: 2, revenue: 1200.5 });
  expect(row(figures, '百度')).toMatchObject({ leads: 2, won: 1, revenue: 1200.5 });
  expect(row(figures, '展会')).toMatchObject({ leads: 1, won: 0, revenue: 0 });
  expect(row(figures, '(未知)')).toMatchObject({ leads: 1, won: 1 });
  expect(Object.keys(figures.rows[0]!)).toEqual(['channel', 'leads', 'mql', 'sql', 'opportunity', 'poc', 'won', 'revenue']);

  expect(run('import', leads, '--mapping', join(folder, 'leads.yaml')).out).toContain('0 new, 0 changed, 4 unchanged');
  expect(run('import', deals, '--mapping', join(folder, 'deals.yaml')).out).toContain('0 new, 0 changed, 2 unchanged');
  expect(funnel()).toEqual(figures);
  const csv = run('report', 'funnel', '--by', 'channel', '--format', 'csv').out.trim().split(/\r?\n/);
  expect(csv[0]).toBe('channel,leads,mql,sql,opportunity,poc,won,revenue');
  expect(csv).toHaveLength(figures.rows.length + 2);
});

test('a bad row is refused by its number and reason, the good ones come in', () => {
  const mixed = write(
    'mixed.csv',
    `mql_id,first_contact_date,landing_page_id,origin
n1,2026-03-01,p1,百度
n2,2018-02-30,p1,百度
`,
  );
  const errors = join(folder, 'errors.csv');
  const ended = run('import', mixed, '--mapping', join(folder, 'leads.yaml'), '--errors', errors);
  expect(ended.code).toBe(2);
  expect(ended.out).toContain('row 3');
  expect(readFileSync(errors, 'utf8')).toMatch(/^\uFEFF?"?错误原因/);
  expect(funnel().total.leads).toBe(5);
});

test('a key made in the shell opens the same figures from elsewhere', () => {
  const key = leadwell('key', 'create', '--role', 'executive', '--name', 'BI', '--data', server.data).trim();
  expect(key).toMatch(/^lw_/);
  const elsewhere = leadwellEnds('report', 'funnel', '--format', 'json', '--url', server.url, '--key', key);
  expect(JSON.parse(elsewhere.out)).toEqual(funnel());
  const refused = leadwellEnds('import', join(folder, 'leads.csv'), '--kind', 'leads', '--url', server.url, '--key', key);
  expect(refused.code).toBe(1);
});

test('the public marketing funnel goes in whole and adds up', async () => {
  const data = publicData();
  test.skip(!data, noPublicData);
  test.setTimeout(300_000);
  const empty = await startOnEmptyFolder();
  try {
    const on = (...words: string[]) => leadwellEnds(...words, '--data', empty.data);
    const leads = join(data!, 'olist_marketing_qualified_leads_dataset.csv');
    const deals = join(data!, 'olist_closed_deals_dataset.csv');
    expect(on('import', leads, '--mapping', join(folder, 'leads.yaml')).out).toContain('8,000 new');
    expect(on('import', deals, '--mapping', join(folder, 'deals.yaml')).out).toContain('842 new');
    const figures = JSON.parse(on('report', 'funnel', '--by', 'channel', '--format', 'json').out) as Funnel;
    expect(figures.total).toMatchObject({ leads: 8000, mql: 8000, won: 842 });
    for (const stage of ['leads', 'mql', 'won', 'revenue']) {
      expect(figures.rows.reduce((sum, each) => sum + Number(each[stage]), 0)).toBeCloseTo(figures.total[stage]!, 2);
    }
    expect(row(figures, '(未知)').leads).toBe(60);
    expect(on('import', leads, '--mapping', join(folder, 'leads.yaml')).out).toContain('0 new, 0 changed, 8,000 unchanged');
  } finally {
    empty.stop();
  }
});

function run(...words: string[]): ReturnType<typeof leadwellEnds> {
  return leadwellEnds(...words, '--data', server.data);
}

function funnel(): Funnel {
  return JSON.parse(run('report', 'funnel', '--by', 'channel', '--format', 'json').out) as Funnel;
}

function row(figures: Funnel, channel: string): Record<string, string | number> {
  const found = figures.rows.find((each) => each.channel === channel);
  if (!found) throw new Error(`no row for ${channel}: ${JSON.stringify(figures.rows)}`);
  return found;
}

function write(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}
