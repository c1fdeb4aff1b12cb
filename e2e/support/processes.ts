import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

interface Process {
  id: number;
  parent: number;
  /** Dead, but not yet fetched by its parent. */
  zombie: boolean;
  command: string;
}

/** Pulls the plug of the JVM on this data folder: no shutdown hook runs. */
export async function killServer(data: string): Promise<void> {
  await kill(firstLine(join(data, 'server.pid')), '-Dleadwell.data=');
}

/** Pulls the plug of the database: its postmaster dies, and its backends with it. */
export async function killDatabase(data: string): Promise<void> {
  await kill(firstLine(join(data, 'postgres', 'cluster', 'postmaster.pid')), 'postgres');
}

/** Kills a backend that serves the server; the postmaster then throws out all others and recovers. */
export async function killBackend(data: string): Promise<void> {
  const postmaster = firstLine(join(data, 'postgres', 'cluster', 'postmaster.pid'));
  const backends = processes().filter(({ parent, command }) => parent === postmaster && /leadwell leadwell 127/.test(command));
  const busy = backends.find(({ command }) => !/idle$/.test(command.trim())) ?? backends[0];
  if (!busy) throw new Error('the server has no connection to its database');
  await kill(busy.id, 'postgres');
}

async function kill(id: number, command: string): Promise<void> {
  const victim = processes().find((each) => each.id === id);
  if (!victim?.command.includes(command)) throw new Error(`process ${id} is not the one to kill: ${victim?.command}`);
  process.kill(id, 'SIGKILL');
  await expect.poll(() => processes().some((each) => each.id === id && !each.zombie), { intervals: [10] }).toBe(false);
}

function firstLine(file: string): number {
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}

function processes(): Process[] {
  const table = execFileSync('ps', ['-axww', '-o', 'pid=,ppid=,stat=,command='], { encoding: 'utf8' });
  return table.split('\n').flatMap((line) => {
    const [, id, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ id: Number(id), parent: Number(parent), zombie: state!.startsWith('Z'), command }];
  });
}
