import { csv, type MadeFile } from './files.ts';

const STAGES = ['lead', 'mql', 'sql', 'opportunity', 'won'] as const;
type Reached = (typeof STAGES)[number];

export interface Someone {
  key: string;
  name: string;
  phone: string;
  company: string;
  channel: string;
  /** Day of each stage, as far as the lead came. */
  days: Partial<Record<Reached, string>>;
}

export interface Crowd {
  file: MadeFile;
  /** Whose rows can come in. */
  people: Someone[];
  /** Rows that name a day that never was. */
  bad: number;
  companies: number;
  /** How many leads reached each stage. */
  reached: Record<Reached, number>;
}

/** A file of leads made from a seed, and everything that must stand in the house when it is in. */
export function crowd(name: string, rows: number, seed: number): Crowd {
  const random = generator(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const people: Someone[] = [];
  const lines = [['线索编号', '姓名', '手机', '公司', '渠道', '首次接触时间', 'MQL时间', 'SQL时间', '商机时间', '赢单时间']];
  const reached: Record<Reached, number> = { lead: 0, mql: 0, sql: 0, opportunity: 0, won: 0 };
  for (let index = 1; index <= rows; index++) {
    const far = 1 + Math.floor(random() ** 3 * STAGES.length);
    const start = Math.floor(random() * 300);
    const someone: Someone = {
      key: `K${String(index).padStart(6, '0')}`,
      name: pick('赵钱孙李周吴郑王冯陈'.split('')) + pick('晨曦嘉木若溪明哲雨桐思远'.split('')) + pick('宁安然昊轩'.split('')),
      phone: `138${String(index * 331).padStart(8, '0')}`,
      company: `${pick(['云杉', '白泽', '鲸落', '苍梧', '长庚', '青鸾'])}${Math.floor(random() * 400)}科技有限公司`,
      channel: pick(['百度推广', '行业展会', '知乎专栏', '转介绍', '']),
      days: Object.fromEntries(STAGES.slice(0, far).map((stage, step) => [stage, day(start + step * (1 + Math.floor(random() * 9)))])),
    };
    const impossible = random() < 0.001;
    const cells = STAGES.map((stage) => someone.days[stage] ?? '');
    if (impossible) cells[0] = '2025-02-30';
    lines.push([someone.key, someone.name, someone.phone, someone.company, someone.channel, ...cells]);
    if (impossible) continue;
    people.push(someone);
    for (const stage of STAGES.slice(0, far)) reached[stage]++;
  }
  return { file: csv(name, lines), people, bad: rows - people.length, companies: new Set(people.map(({ company }) => company)).size, reached };
}

function day(number: number): string {
  return new Date(Date.UTC(2025, 0, 1 + number)).toISOString().slice(0, 10);
}

/** Numbers from 0 to 1 that are the same in every run (a linear congruential generator modulo 2³²). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
