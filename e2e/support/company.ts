import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, request as requests } from '@playwright/test';
import { Api } from './api.ts';
import type { Started } from './startServer.ts';
import type { Language } from './story.ts';

/** The administrator whom the first story makes; every later story signs in as her. */
export const admin = {
  name: '林晓',
  email: process.env.LEADWELL_EMAIL ?? 'lin.xiao@example.com',
  password: process.env.LEADWELL_PASSWORD ?? 'spring rain on slate',
};

export const words = {
  'zh-CN': {
    company: '公司名称',
    name: '姓名',
    email: '邮箱',
    password: '密码',
    create: '创建并进入',
    // antd puts a blank between two Chinese characters of a button
    signIn: /^登\s?录$/,
    account: '账号',
    signOut: '退出登录',
  },
  en: {
    company: 'Company name',
    name: 'Name',
    email: 'E-mail',
    password: 'Password',
    create: 'Create and enter',
    signIn: 'Sign in',
    account: 'Account',
    signOut: 'Sign out',
  },
} as const;

/** Signs in through the page, as a person would, and waits for the app. */
export async function signIn(page: Page, language: Language, who: { email: string; password: string } = admin): Promise<void> {
  const word = words[language];
  await page.goto('/login');
  await page.getByLabel(word.email, { exact: true }).fill(who.email);
  await page.getByLabel(word.password, { exact: true }).fill(who.password);
  await page.getByRole('button', { name: word.signIn }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

/** What the first story does in the browser, for a server of a story's own: the administrator is made. */
export async function openHouse({ url, data }: Started): Promise<void> {
  const request = await requests.newContext({ baseURL: url });
  const code = readFileSync(join(data, 'setup-code'), 'utf8').trim();
  await new Api(request).send('POST', '/setup', { code, workspaceName: '青禾软件', ...admin });
  await request.dispose();
}
