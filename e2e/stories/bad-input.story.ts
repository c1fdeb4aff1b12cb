import { closeSync, existsSync, ftruncateSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from '../support/api.ts';
import { signIn } from '../support/company.ts';
import { csv, gbk, type MadeFile, raw, utf16, xlsx, zipBomb } from '../support/files.ts';
import { dataFolder, serverUrl } from '../support/launcher.ts';
import { expectSound } from '../support/sound.ts';
import { expect, narrow, type Page, test, wide } from '../support/story.ts';
import { onButton, said } from '../support/texts.ts';
import { Wizard } from '../support/wizard.ts';

// What people really bring: every file gets a sentence that says where and what to do, the good
// rows come in, the bad ones come back in a file that can be mended and brought again.

const zh = 'zh-CN' as const;
const MB = 1024 * 1024;
const header = ['线索编号', '首次接触日期', '渠道', '姓名', '手机', '公司'];
const good = (key: string, phone: string) => [key, '2026-05-06', '错误清单渠道', `王${key}`, phone, '扶摇机电有限公司'];

const whole = xlsx('名单.xlsx', [header, good('x1', '13650010001'), good('x2', '13650010002')]);

/** Files that are none, and what the reader is told. */
const refusals: [MadeFile, RegExp][] = [
  [raw('混了两种编码.csv', Buffer.concat([Buffer.from(`${header.join(',')}\nk1,2026-05-06,展会,王伟,13650010001,扶摇机电\nk2,2026-05-06,`), Buffer.from([0xd5, 0xb9, 0xff, 0x0a])])), /第 3 行有无法识别的字符.*UTF-8/],
  [{ ...whole, name: '没传完.xlsx', buffer: whole.buffer.subarray(0, Math.floor(whole.buffer.length * 0.6)) }, /不完整.*重新下载或导出/],
  [zipBomb('压缩炸弹.xlsx'), /结构不正常.*另存为/],
  [raw('旧版.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)])), /旧版 Excel.*另存为 \.xlsx/],
  [raw('其实是图片.csv', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64)])), /不是表格.*CSV/],
  [raw('空的.csv', ''), /文件是空的/],
  [raw('只有表头.csv', `${header.join(',')}\n`), /没有数据行/],
  [raw('表头断了.csv', '线索编号,"姓名\nk1,王伟\n'), /第 1 行的引号一直没有结束.*检查表头/],
];

test.describe('zh-CN, 1440 px', () => {
  test.use({ view: { name: 'zh-CN, 1440 px', language: zh, ...wide } });

  test('a file that cannot be read is refused with a reason and a remedy, and leaves nothing behind', async ({ page, expectedErrors }) => {
    test.setTimeout(300_000);
    expectedErrors.push(/status of 422/);
    const wizard = new Wizard(page, zh);
    await signIn(page, zh);
    const api = new Api(page.request);
    const before = await kept(api);
    for (const [file, sentence] of refusals) {
      await wizard.choose('leads', file);
      const refused = page.getByRole('dialog').getByRole('alert');
      await expect(refused, file.name).toContainText(said(zh, 'imports.file.refused'), { timeout: 60_000 });
      await expect(refused, file.name).toContainText(sentence);
      await expectSound(page);
    }
    // The drawer is still open, and the next file may be a sound one.
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(whole);
    await expect(page.getByRole('button', { name: said(zh, 'imports.mapping.check') })).toBeVisible();
    await discard(page);
    expect(await kept(api)).toEqual(before);
  });

  test('a file beyond the limit is refused before it is sent, and by the server before it is read', async ({ page }) => {
    test.setTimeout(300_000);
    const folder = mkdtempSync(join(tmpdir(), 'leadwell large-'));
    const large = join(folder, '五年日志.csv');
    const file = openSync(large, 'w');
    ftruncateSync(file, 513 * MB);
    closeSync(file);
    try {
      const wizard = new Wizard(page, zh);
      await signIn(page, zh);
      const api = new Api(page.request);
      const before = await kept(api);
      const sent: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') sent.push(request.url());
      });
      await wizard.choose('leads', large);
      await expect(page.getByRole('dialog').getByRole('alert')).toContainText(/文件超过 512 MB.*拆分/);
      await expectSound(page);
      expect(sent).toEqual([]);

      const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
      const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-TOKEN')!.value;
      const answer = await announce('/api/v1/imports', 600 * MB, { Cookie: cookies, 'X-XSRF-TOKEN': token, 'Accept-Language': zh });
      expect(answer.status).toBe(413);
      expect(JSON.parse(answer.text)).toMatchObject({ code: 'fileTooLarge', detail: expect.stringMatching(/512 MB.*拆分/) });
      expect(await kept(api)).toEqual(before);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('a column that is needed and not there is named before anything is checked', async ({ page }) => {
    await signIn(page, zh);
    const wizard = new Wizard(page, zh);
    await wizard.start('links', csv('没有目标页面.csv', [['名称', '说明'], ['展架', 'https://www.example.com/stand']]));
    await expect(page.getByText(said(zh, 'imports.mapping.missing', { field: '目标页面' }))).toBeVisible();
    await expect(page.getByRole('button', { name: said(zh, 'imports.mapping.check') })).toBeDisabled();
    await expectSound(page);
    // The remedy that the sentence offers works: one of the columns there is means it.
    await wizard.means('说明', '目标页面');
    await expect(page.getByRole('button', { name: said(zh, 'imports.mapping.check') })).toBeEnabled();
    await wizard.check();
    await wizard.counts({ rows: '1', new: '1', bad: '0' });
    await discard(page);
  });

  test('of a GBK file with bad rows the good ones come in; the error file, mended, brings the rest', async ({ page }) => {
    test.setTimeout(240_000);
    const wizard = new Wizard(page, zh);
    await signIn(page, zh);
    const api = new Api(page.request);
    const before = await api.leads();
    const mixed = csv(
      '五月名单.csv',
      [
        header,
        good('b1', '13650020001'),
        ['b2', '2018-02-30', '错误清单渠道', '=HYPERLINK("http://example.com")', '13650020002', '扶摇机电有限公司'],
        good('b3', '13650020003'),
        ['b1', '2026-05-06', '错误清单渠道', '赵六', '13650020004', '扶摇机电有限公司'],
        ['b5', '2026-05-06', '错误清单渠道', '孙七', '1365002', '扶摇机电有限公司'],
        ['b6', '03/04/2026', '错误清单渠道', '周八', '1.3650020006E+10', '扶摇机电有限公司'],
        ['b7', '2026-05-06', '错误清单渠道', '吴九', '13650020007', '扶摇机电有限公司', '多出来的一格'],
        good('b8', '13650020008'),
      ],
      gbk,
    );
    await wizard.start('leads', mixed);
    await expect(page.getByText('GB18030')).toBeVisible();
    await wizard.means('首次接触日期', '首次接触时间');
    await wizard.check();
    await wizard.counts({ rows: '8', new: '3', bad: '5' });

    const problems = page.getByRole('table').filter({ hasText: said(zh, 'imports.problem.message') });
    for (const [row, column, value, message] of [
      ['3', '首次接触日期', '2018-02-30', /这一天或这一时刻不存在.*核对月份/],
      ['5', '线索编号', 'b1', /与第 2 行重复.*删去其中一行/],
      ['6', '手机', '1365002', /不是有效的电话号码.*核对位数/],
      ['7', '手机', '1.3650020006E+10', /科学计数.*文本格式/],
      ['8', '', '', /这一行有 7 格.*6 列.*多余的分隔符/],
    ] as const) {
      const line = problems.getByRole('row').filter({ has: page.getByRole('cell', { name: row, exact: true }) }).filter({ hasText: message });
      await expect(line, `row ${row}`).toBeVisible();
      if (column) await expect(line).toContainText(column);
      if (value) await expect(line).toContainText(value);
    }
    await expectSound(page);
    expect(await api.leads()).toBe(before);

    await wizard.commit();
    expect(await api.leads()).toBe(before + 3);
    const errors = await problemFile(page, 'csv');
    expect(errors[0]).toEqual(['错误原因', ...header]);
    expect(errors.slice(1).map((row) => row[1])).toEqual(['b2', 'b1', 'b5', 'b6', 'b7']);
    expect(errors[1]![0]).toMatch(/^第 3 行“首次接触日期”列：.*2026-02-28/);
    // A spreadsheet program must not run what somebody typed as a name.
    expect(errors[1]![4]).toBe(`'=HYPERLINK("http://example.com")`);

    const mended = errors.map((row, line) =>
      line === 0 ? row : [row[0]!, `b${line + 10}`, '2026-05-06', row[3]!, `客户${line}`, `1365003000${line}`, row[6]!],
    );
    const again = csv('五月名单 改好.csv', mended);
    await wizard.start('leads', again);
    await expect(page.getByRole('row', { name: /错误原因/ })).toContainText(said(zh, 'imports.mapping.ignored'));
    await wizard.means('首次接触日期', '首次接触时间');
    await wizard.check();
    await wizard.counts({ rows: '5', new: '5', changed: '0', same: '0', bad: '0' });
    await wizard.commit();
    expect(await api.leads()).toBe(before + 8);

    await wizard.undo(again.name);
    await wizard.undo(mixed.name);
    expect(await api.leads()).toBe(before);
  });

  test('formulas in a workbook: their values come in, their errors are named', async ({ page }) => {
    await signIn(page, zh);
    const wizard = new Wizard(page, zh);
    const book = xlsx('公式.xlsx', [
      header,
      ['f1', '2026-05-06', '错误清单渠道', '=CONCAT("王","五")\t王五', '13650040001', '扶摇机电有限公司'],
      ['f2', '2026-05-06', '错误清单渠道', '李四', '=VLOOKUP(A3,手机!A:B,2)\t#N/A', '扶摇机电有限公司'],
    ]);
    await wizard.start('leads', book);
    await expect(page.getByText('王五')).toBeVisible();
    await wizard.means('首次接触日期', '首次接触时间');
    await wizard.check();
    await wizard.counts({ rows: '2', new: '1', bad: '1' });
    await expect(page.getByRole('row', { name: /#N\/A/ })).toContainText(/手机.*单元格里是错误值“#N\/A”.*改正公式/);
    await expectSound(page);
    await discard(page);
  });
});

test.describe('en, 375 px', () => {
  test.use({ view: { name: 'en, 375 px', language: 'en', ...narrow } });

  test('on a phone in English the same sentences, row by row', async ({ page, expectedErrors }) => {
    expectedErrors.push(/status of 422/);
    const en = 'en' as const;
    await signIn(page, en);
    const wizard = new Wizard(page, en);
    await wizard.choose('leads', raw('empty.csv', ''));
    await expect(page.getByRole('dialog').getByRole('alert')).toContainText('The file is empty. Choose an Excel or CSV file with content.');
    await expectSound(page);
    const file = csv('may.csv', [['Lead ID', 'First contact', 'Name', 'Phone'], ['e1', '2018-02-30', 'Ann', '13650050001'], ['e2', '2026-05-06', 'Bo', '13650050002']], utf16);
    await wizard.start('leads', file);
    await wizard.means('First contact', 'First contact at');
    await wizard.check();
    await wizard.counts({ rows: '2', new: '1', bad: '1' });
    const problem = page.getByRole('listitem').filter({ hasText: said(en, 'imports.problem.row', { row: 2 }) });
    await expect(problem).toContainText('First contact');
    await expect(problem).toContainText(/2018-02-30.*does not exist/);
    await expectSound(page);
    await discard(page, en);
  });
});

async function discard(page: Page, language: 'zh-CN' | 'en' = zh): Promise<void> {
  await page.getByRole('button', { name: said(language, 'imports.discard') }).click();
  await page.getByRole('button', { name: onButton(language, 'common.delete') }).last().click();
  await expect(page).toHaveURL(/\/imports$/);
}

/** What the house holds of files and leads: a refused file must not change any of it. */
async function kept(api: Api): Promise<object> {
  const { total } = await api.get<{ total: number }>('/imports?limit=1');
  const data = dataFolder();
  const names = (folder: string) => (existsSync(join(data, folder)) ? readdirSync(join(data, folder)).sort() : []);
  return { imports: total, leads: await api.leads(), files: names('files/imports'), uploads: names('uploads') };
}

/** The rows that did not come in, as the browser saves them. */
async function problemFile(page: Page, format: 'csv' | 'xlsx'): Promise<string[][]> {
  await page.getByRole('button', { name: said(zh, 'imports.problem.download') }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: said(zh, `common.export.${format}`) }).click(),
  ]);
  const text = readFileSync(await file.path(), 'utf8').replace(/^\uFEFF/, '');
  return rowsOf(text);
}

function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '') break;
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

/** Announces a body of so many bytes and sends the first of them only. */
function announce(path: string, bytes: number, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sending = httpRequest(new URL(path, serverUrl()), {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': String(bytes) },
    });
    sending.on('error', reject);
    sending.on('response', (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text });
        sending.destroy();
      });
    });
    sending.write('--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\nleads\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b\r\n');
  });
}
