import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

// What it says is compared, so it speaks English whatever the machine speaks.
const env = { ...process.env, LC_ALL: 'C.UTF-8' };

/** Runs ./leadwell and returns what it printed; throws, with what it said, when it fails. */
export function leadwell(...words: string[]): string {
  return execFileSync(join(checkout, 'leadwell'), words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env });
}

/** As leadwell, for runs that are expected to end otherwise than with 0. */
export function leadwellEnds(...words: string[]): { code: number | null; out: string; err: string } {
  const ended = spawnSync(join(checkout, 'leadwell'), words, { encoding: 'utf8', env });
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

/** Data folder of the server under test. */
export function dataFolder(): string {
  const folder = process.env.LEADWELL_E2E_DATA;
  if (!folder) throw new Error('LEADWELL_URL names a server; name its data folder in LEADWELL_E2E_DATA as well.');
  return folder;
}

export function serverUrl(): string {
  const url = process.env.LEADWELL_URL;
  if (!url) throw new Error('The server was not started.');
  return url;
}

const olist = [process.env.LEADWELL_PUBLIC_DATA, resolve(checkout, '..', 'shared', 'data', 'olist')];

/** Folder of the public marketing funnel data, where it lies beside the checkout. */
export function publicData(): string | undefined {
  return olist.find((folder) => folder && existsSync(join(folder, 'olist_closed_deals_dataset.csv')));
}

export const noPublicData =
  'the public data folder is not there (../shared/data/olist beside the checkout, or the one named in LEADWELL_PUBLIC_DATA)';
