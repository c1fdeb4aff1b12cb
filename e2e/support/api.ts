import { expect, type APIRequestContext, type APIResponse } from '@playwright/test';
import type { MadeFile } from './files.ts';
import type { Language } from './story.ts';

export interface Counts {
  new: number;
  changed: number;
  same: number;
  bad: number;
}

export interface Batch {
  id: string;
  status: string;
  encoding?: string;
  format: string;
  headers: { name: string; samples: string[]; guess: string[] }[];
  progress: { done: number };
  check?: Counts & { rows: number; good: number };
  result?: Counts;
  error?: { code: string; detail: string };
}

export interface RowProblem {
  row: number;
  column?: string;
  value?: string;
  message: string;
}

const working = ['checking', 'committing', 'undoing'];

/** What the browser asks the server, asked by a story that needs no page for it. */
export class Api {
  constructor(
    private readonly request: APIRequestContext,
    private readonly language: Language = 'zh-CN',
  ) {}

  async get<T>(path: string): Promise<T> {
    return this.answer<T>(await this.tryGet(path));
  }

  tryGet(path: string): Promise<APIResponse> {
    return this.request.get(`/api/v1${path}`, { headers: { 'Accept-Language': this.language } });
  }

  async send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, data: object = {}): Promise<T> {
    return this.answer<T>(await this.trySend(method, path, data));
  }

  async trySend(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, data: object = {}): Promise<APIResponse> {
    return this.request.fetch(`/api/v1${path}`, { method, data, headers: await this.headers() });
  }

  async upload(file: MadeFile, kind: string): Promise<Batch> {
    return this.answer<Batch>(await this.tryUpload(file, kind));
  }

  async tryUpload(file: MadeFile, kind: string): Promise<APIResponse> {
    return this.request.post('/api/v1/imports', { multipart: { kind, file }, headers: await this.headers() });
  }

  /** Uploads and checks, each column meaning what the server guessed unless told otherwise. */
  async check(file: MadeFile, kind: string, columns: Record<string, string[]> = {}): Promise<Batch> {
    const { id, headers } = await this.upload(file, kind);
    const guessed = Object.fromEntries(headers.filter(({ guess }) => guess.length > 0).map(({ name, guess }) => [name, guess]));
    await this.send('PUT', `/imports/${id}/mapping`, { columns: { ...guessed, ...columns }, defaults: {}, options: {} });
    return this.rests(id);
  }

  async bring(file: MadeFile, kind: string, columns?: Record<string, string[]>): Promise<Batch> {
    const { id, status } = await this.check(file, kind, columns);
    expect(status).toBe('checked');
    await this.send('POST', `/imports/${id}/commit`);
    const done = await this.rests(id);
    expect(done.status).toBe('done');
    return done;
  }

  async undo(id: string): Promise<Batch> {
    await this.send('POST', `/imports/${id}/undo`);
    return this.rests(id);
  }

  /** The import once the server has stopped working on it. */
  async rests(id: string): Promise<Batch> {
    let batch: Batch | undefined;
    await expect
      .poll(
        async () => {
          batch = await this.get<Batch>(`/imports/${id}`);
          return working.includes(batch.status);
        },
        { timeout: 120_000, intervals: [50, 100, 200] },
      )
      .toBe(false);
    return batch!;
  }

  async leads(query = ''): Promise<number> {
    return (await this.get<{ total: number }>(`/leads?limit=1${query && `&${query}`}`)).total;
  }

  private async answer<T>(response: APIResponse): Promise<T> {
    if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`);
    return (response.status() === 204 ? undefined : await response.json()) as T;
  }

  private async headers(): Promise<Record<string, string>> {
    const token = async () => (await this.request.storageState()).cookies.find(({ name }) => name === 'XSRF-TOKEN')?.value;
    let known = await token();
    if (!known) {
      await this.tryGet('/session');
      known = await token();
    }
    return { 'Accept-Language': this.language, ...(known ? { 'X-XSRF-TOKEN': known } : {}) };
  }
}
