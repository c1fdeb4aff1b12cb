import { describe, expect, it } from 'vitest';
import { stepIn, stepKey, stepsOf } from './durationSteps';
import type { DurationStep } from './model';

const step = (from: DurationStep['from'], to: DurationStep['to']): DurationStep => ({ from, to, n: 1, negative: 0 });
const steps = [step('firstContact', 'mql'), step('firstContact', 'won'), step('lead', 'mql'), step('poc', 'won')];

describe('the steps of the cycle', () => {
  it('are counted from the first contact or from the stage before', () => {
    expect(stepsOf(steps, 'firstContact').map(stepKey)).toEqual(['firstContact-mql', 'firstContact-won']);
    expect(stepsOf(steps, 'neighbour').map(stepKey)).toEqual(['lead-mql', 'poc-won']);
  });
  it('are found by name, and the whole way where none is named', () => {
    expect(stepIn(steps, 'lead-mql')).toBe(steps[2]);
    expect(stepIn(steps, 'gone')).toBe(steps[1]);
    expect(stepIn([], undefined)).toBeUndefined();
  });
});
