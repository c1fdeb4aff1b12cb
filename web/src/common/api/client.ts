import i18n from 'i18next';
import { ApiError, type FieldError } from './ApiError';
import { type Query, withQuery } from './query';

const BASE = '/api/v1';

type Listener = () => void;
let signedOutListener: Listener = () => undefined;

/** The app is told when the server no longer knows the session, wherever the call came from. */
export function onSignedOut(listener: Listener): void {
  signedOutListener = listener;
}

export function cookie(name: string, source: string = document.cookie): string | undefined {
  for (const part of source.split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return decodeURIComponent(value.join('='));
  }
  return undefined;
}

interface Problem {
  title?: string;
  detail?: string;
  code?: string;
  errors?: FieldError[];
}

async function problemOf(response: Response): Promise<ApiError> {
  const problem: Problem = await response.json().catch(() => ({}));
  const detail = problem.detail ?? problem.title ?? i18n.t('common.error.status', { status: response.status });
  const retryAfter = Number(response.headers.get('Retry-After') ?? NaN);
  return new ApiError(
    response.status,
    problem.code ?? 'unknown',
    detail,
    problem.errors ?? [],
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  );
}

async function send(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const headers = new Headers({
    Accept: 'application/json, application/problem+json, text/html;q=0.5',
    'Accept-Language': i18n.language,
  });
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (signal) init.signal = signal;
  if (method !== 'GET') {
    const token = cookie('XSRF-TOKEN');
    if (token) headers.set('X-XSRF-TOKEN', token);
  }
  if (body instanceof FormData) {
    init.body = body;
  } else if (body !== undefined) {
    headers.set('Content-Type', 'application/json');
    init.body = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(BASE + path, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiError(0, 'offline', i18n.t('common.error.offline'));
  }
  if (!response.ok) {
    const error = await problemOf(response);
    if (error.status === 401 && error.code === 'signedOut') signedOutListener();
    throw error;
  }
  return response;
}

async function json<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await send(method, path, body, signal);
  const text = await response.text();
  // A 204 has no body; callers of such routes ask for T = void.
  return (text ? JSON.parse(text) : undefined) as T;
}

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
    json<T>('GET', withQuery(path, query), undefined, signal),
  post: <T>(path: string, body?: unknown): Promise<T> => json<T>('POST', path, body),
  put: <T>(path: string, body?: unknown): Promise<T> => json<T>('PUT', path, body),
  patch: <T>(path: string, body?: unknown): Promise<T> => json<T>('PATCH', path, body),
  del: <T = void>(path: string): Promise<T> => json<T>('DELETE', path),
};

/** Sends data and gets a page or another text back. */
export async function text(path: string, body: unknown): Promise<string> {
  return (await send('POST', path, body)).text();
}

/** The name the server gave the file; RFC 5987 form first because Chinese names come in it. */
export function fileNameOf(disposition: string | null, fallback: string): string {
  if (!disposition) return fallback;
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (extended) return decodeURIComponent(extended);
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? fallback;
}

/** Fetches a file and hands it to the browser; goes through the client so that a refusal is a sentence, not a page. */
export async function download(path: string, query: Query, fallbackName: string): Promise<void> {
  const response = await send('GET', withQuery(path, query));
  saveBlob(await response.blob(), fileNameOf(response.headers.get('Content-Disposition'), fallbackName));
}

/** A file that is made from what is sent. */
export async function postForBlob(path: string, body: unknown): Promise<Blob> {
  return (await send('POST', path, body)).blob();
}

export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Upload with progress; fetch cannot report how much has gone out. */
export function upload<T>(path: string, form: FormData, onProgress?: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', BASE + path);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('Accept-Language', i18n.language);
    const token = cookie('XSRF-TOKEN');
    if (token) request.setRequestHeader('X-XSRF-TOKEN', token);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    request.onerror = () => reject(new ApiError(0, 'offline', i18n.t('common.error.offline')));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as T);
        return;
      }
      void problemOf(new Response(request.responseText, { status: request.status })).then((error) => {
        if (error.status === 401 && error.code === 'signedOut') signedOutListener();
        reject(error);
      });
    };
    request.send(form);
  });
}
