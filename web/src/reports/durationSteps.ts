import type { DurationStep } from './model';

/** From the first contact to each stage, or from each stage to the next. */
export const WAYS = ['firstContact', 'neighbour'] as const;
export type WayKind = (typeof WAYS)[number];

export function stepKey(step: Pick<DurationStep, 'from' | 'to'>): string {
  return `${step.from}-${step.to}`;
}

export function stepsOf(steps: readonly DurationStep[], kind: WayKind): DurationStep[] {
  return steps.filter((step) => (step.from === 'firstContact') === (kind === 'firstContact'));
}

/** The one step a cut report is about: the one asked for, else the whole way to the signature, else any. */
export function stepIn(steps: readonly DurationStep[], asked: string | undefined): DurationStep | undefined {
  return (
    steps.find((step) => stepKey(step) === asked) ??
    steps.find((step) => step.from === 'firstContact' && step.to === 'won') ??
    steps.at(-1)
  );
}
