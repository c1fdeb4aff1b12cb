import { deflateRawSync } from 'node:zlib';

/** A file made for a story, as the browser takes it. */
export interface MadeFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export function csv(name: string, rows: readonly (readonly string[])[], encode: (text: string) => Buffer = Buffer.from): MadeFile {
  const text = rows.map((row) => row.map(quoted).join(',')).join('\n') + '\n';
  return { name, mimeType: 'text/csv', buffer: encode(text) };
}

/** Text as it stands, where a story needs what no writer of tables would write. */
export function raw(name: string, content: string | Buffer): MadeFile {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content as string) };
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

export function utf16(text: string): Buffer {
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}

/** GBK, as Excel on a Chinese Windows writes it: every pair of bytes is decoded once, then looked up. */
export function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const known = new Map<string, [number, number]>();
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const letter = decoder.decode(Uint8Array.of(first, second));
      if (letter.length === 1 && !known.has(letter)) known.set(letter, [first, second]);
    }
  }
  return Buffer.from([...text].flatMap((letter) => known.get(letter) ?? [letter.charCodeAt(0)]));
}

/** A workbook of one sheet; a cell "=FORMULA\tvalue" becomes a formula with the value it had when the file was saved. */
export function xlsx(name: string, rows: readonly (readonly string[])[]): MadeFile {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const cell = (text: string, row: number, column: number) => {
    const at = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (!text.startsWith('=')) return `<c r="${at}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
    const [formula, kept = ''] = text.slice(1).split('\t');
    return `<c r="${at}" t="${kept.startsWith('#') ? 'e' : 'str'}"><f>${escaped(formula!)}</f><v>${escaped(kept)}</v></c>`;
  };
  const sheet = rows
    .map((row, y) => `<row r="${y + 1}">${row.map((text, x) => (text ? cell(text, y, x) : '')).join('')}</row>`)
    .join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return {
    name,
    mimeType: `${kind}.sheet`,
    buffer: zip({
      '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/></Types>`,
      '_rels/.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    }),
  };
}

/** Small on disk, a third of a gigabyte when unpacked: what a careless reader would choke on. */
export function zipBomb(name: string): MadeFile {
  const workbook = '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';
  return raw(name, zip({ 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': Buffer.alloc(300 * 1024 * 1024, 0x20) }));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A zip file (APPNOTE 6.3: local headers, central directory, its end). */
export function zip(entries: Record<string, string | Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(entries)) {
    const name = Buffer.from(path);
    const data = Buffer.from(content as string);
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed]);
    const listed = Buffer.alloc(14);
    listed.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, listed, name]));
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}

const crcTable = Uint32Array.from({ length: 256 }, (_none, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(data: Buffer): number {
  let value = 0xffffffff;
  for (const byte of data) value = (value >>> 8) ^ crcTable[(value ^ byte) & 0xff]!;
  return (value ^ 0xffffffff) >>> 0;
}
