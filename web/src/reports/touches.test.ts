import { describe, expect, it } from 'vitest';
import { below, touchDrill, touchQuestion } from './touches';

describe('the report of touches', () => {
  it('asks by its own filters too', () => {
    expect(touchQuestion({ from: '2026-01-01', scene: 'form', frame: 'none', basis: 'period', drill: 'x' }, 'channel')).toEqual({
      by: 'channel', from: '2026-01-01', scene: 'form', frame: 'none',
    });
  });

  it('opens touches behind touches and leads behind leads, with the same question', () => {
    expect(touchDrill({ by: 'scene', from: '2026-01-01' }, 'form', 'first', '表单 · 首次触点', 7)).toEqual({
      title: '表单 · 首次触点', figure: 7, query: { by: 'scene', from: '2026-01-01', row: 'form', figure: 'first' }, of: 'touches',
    });
    expect(touchDrill({}, '*', 'won', '', 1).of).toBe('touchedLeads');
  });

  it('leads from a scene to its frames and on to channels, and no further', () => {
    expect(below('scene', 'form')).toEqual({ scene: 'form', by: 'frame' });
    expect(below('frame', 'none')).toEqual({ frame: 'none', by: 'channel' });
    expect(below('channel', 'c1')).toBeNull();
    expect(below('scene', '展会,杭州')).toBeNull();
  });
});
