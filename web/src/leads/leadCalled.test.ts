import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { leadCalled } from './leadCalled';

const t = ((key: string, values?: { key?: string }) => (values?.key ? `No. ${values.key}` : key)) as unknown as TFunction;

describe('what a lead is called', () => {
  it('is its name, whatever else is known', () => expect(leadCalled({ name: '王桐', key: 'K1', company: '云杉' }, t)).toBe('王桐'));
  it('is the key of its source when it has none', () => {
    expect(leadCalled({ name: null, key: 'K1', email: 'a@b.cn', company: '云杉' }, t)).toBe('No. K1');
  });
  it('is no number that a form gave itself', () => {
    expect(leadCalled({ key: '01a2185a-4ac9-709b-9ae9-738c20d27aa3', email: 'a@b.cn' }, t)).toBe('a@b.cn');
  });
  it('is a way to reach them, else the company', () => {
    expect(leadCalled({ email: 'a@b.cn', phone: '138****8000', company: '云杉' }, t)).toBe('a@b.cn');
    expect(leadCalled({ phone: '138****8000', company: '云杉' }, t)).toBe('138****8000');
    expect(leadCalled({ company: '云杉' }, t)).toBe('云杉');
  });
  it('is where and when they came from as a last resort', () => {
    expect(leadCalled({ channel: '百度推广', firstContactAt: '2026-03-01T02:00:00Z' }, t)).toBe('百度推广 · 2026-03-01');
    expect(leadCalled({}, t)).toBe('leads.noName');
  });
});
