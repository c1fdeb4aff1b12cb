import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout, leadwell, noPublicData, publicData } from './launcher.ts';

export interface Started {
  url: string;
  data: string;
  /** Starts it once more on the same port and folder, after it was killed. */
  again: () => void;
  stop: () => void;
}

/** Starts the built server on a free port and an empty data folder of its own. */
export async function startOnEmptyFolder(): Promise<Started> {
  // The launcher stops what an interrupted run left in its folder.
  const data = mkdtempSync(join(process.env.LEADWELL_E2E_FOLDERS ?? tmpdir(), 'leadwell e2e-'));
  const port = await freePort();
  const start = () => void leadwell('start', '--detach', '--data', data, '--port', String(port));
  start();
  return {
    url: `http://localhost:${port}`,
    data,
    again: start,
    stop: () => {
      leadwell('stop', '--data', data);
      const kept = join(checkout, 'e2e', 'test-results');
      mkdirSync(kept, { recursive: true });
      cpSync(join(data, 'logs', 'leadwell.log'), join(kept, `server-${port}.log`));
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Before the run: the server that most stories share. The returned function stops it. */
export default async function startServer(): Promise<() => void> {
  if (!publicData()) console.log(`SKIPPED stories on public data: ${noPublicData}`);
  if (process.env.LEADWELL_URL) return () => {};
  const server = await startOnEmptyFolder();
  process.env.LEADWELL_URL = server.url;
  process.env.LEADWELL_E2E_DATA = server.data;
  return server.stop;
}

/**
 * Below the ports that systems hand out to clients: a page that keeps asking a killed server could be
 * given its very port, talk to itself, and the server could not come back.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((found) => {
    const probe = createServer();
    probe.once('error', () => found(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => found(true)));
  });
}
