import { type CountLine, type Ending, ENDINGS } from './model';

/** The way of a hit in its order, as the server walks it. */
export const STEPS = [
  'room', 'site', 'address', 'robot', 'wish', 'content', 'visitor', 'place', 'shape', 'origin', 'consent', 'secrets', 'clock', 'log',
];

export interface StepLine {
  step: string;
  /** Hits that came as far as this step. */
  reached: number;
  /** What ended here, but for what was stored or known already. */
  ended: CountLine[];
}

export function sumOf(lines: readonly CountLine[], ending?: Ending): number {
  return lines.filter((line) => !ending || line.ending === ending).reduce((sum, line) => sum + line.hits, 0);
}

/** Step by step what was left and what fell off; steps at which nothing ends are left out. */
export function stepLines(lines: readonly CountLine[]): StepLine[] {
  let left = sumOf(lines);
  return STEPS.flatMap((step) => {
    const here = lines.filter((line) => line.step === step);
    const line = { step, reached: left, ended: here.filter(({ ending }) => ending !== 'STORED' && ending !== 'DUPLICATE') };
    left -= sumOf(here);
    return here.length > 0 ? [line] : [];
  });
}

export function byEnding(lines: readonly CountLine[]): { ending: Ending; hits: number }[] {
  return ENDINGS.map((ending) => ({ ending, hits: sumOf(lines, ending) }));
}
