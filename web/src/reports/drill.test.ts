import { describe, expect, it } from 'vitest';
import { readDrill, writeDrill } from './drill';

describe('a drill-down in the address', () => {
  it('is read back as written', () => {
    const drill = { title: '百度 · 赢单', figure: 42, query: { by: 'channel', row: 'x', stage: 'won' } };
    expect(readDrill(writeDrill(drill))).toEqual(drill);
  });
  it('says what stands behind it, and only what there is', () => {
    const drill = { title: '表单留资', figure: 3, query: { by: 'scene', row: 'form' }, of: 'touches' as const };
    expect(readDrill(writeDrill(drill))).toEqual(drill);
    expect(readDrill('["x",1,{},"users"]')).toEqual({ title: 'x', figure: 1, query: {} });
    expect(readDrill('["x",1,{},"constructor"]')).not.toHaveProperty('of');
  });
  it('is nothing when the address was damaged', () => {
    expect(readDrill('{"a":1}')).toBeNull();
    expect(readDrill('[1')).toBeNull();
    expect(readDrill(null)).toBeNull();
  });
});
