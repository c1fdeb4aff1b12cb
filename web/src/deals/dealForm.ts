import dayjs, { type Dayjs } from 'dayjs';
import { yuanToFen } from '../common/format/money';
import { formatDay, today } from '../common/format/time';
import type { Contract, Opportunity, Poc } from '../leads/model';
import type { ContractDraft, DealDraft, Outcome, PocDraft } from './model';

export interface PocForm {
  startedOn?: Dayjs | null;
  endedOn?: Dayjs | null;
  result?: string | null;
  failureReason?: string | null;
}

export interface ContractForm {
  id?: string;
  number?: string | null;
  signedOn?: Dayjs | null;
  amount?: number | null;
  arr?: number | null;
  product?: string | null;
  term?: [Dayjs | null, Dayjs | null] | null;
}

/** Money in 元 and days, as they are typed. */
export interface DealForm {
  leadId?: string;
  name?: string | null;
  amount?: number | null;
  product?: string | null;
  ownerId?: string | null;
  competitor?: string | null;
  openedOn?: Dayjs | null;
  outcome?: Outcome;
  lostOn?: Dayjs | null;
  lossReason?: string | null;
  pocs?: PocForm[];
  contracts?: ContractForm[];
}

/** What the drawer is opened for. */
export type DealMode = 'new' | 'edit' | 'win' | 'lose';

const day = (iso: string | null | undefined) => (iso ? dayjs(formatDay(iso)) : null);
const yuan = (fen: number | null | undefined) => (typeof fen === 'number' ? fen / 100 : null);
const fen = (amount: number | null | undefined) => (typeof amount === 'number' ? yuanToFen(amount) : null);
const text = (value: string | null | undefined) => value?.trim() || null;
const written = (value: Dayjs | null | undefined) => value?.format('YYYY-MM-DD') ?? null;

function outcomeOf(opportunity: Opportunity): Outcome {
  return opportunity.stage === 'won' || opportunity.stage === 'lost' ? opportunity.stage : 'open';
}

const pocForm = (poc: Poc): PocForm => ({
  startedOn: day(poc.startedAt), endedOn: day(poc.endedAt), result: poc.result ?? null, failureReason: poc.failureReason ?? null,
});

const contractForm = (contract: Contract): ContractForm => ({
  id: contract.id, number: contract.number ?? null, signedOn: day(contract.signedAt), amount: yuan(contract.amountFen),
  arr: yuan(contract.arrFen), product: contract.product ?? null,
  term: contract.startsOn || contract.endsOn ? [day(contract.startsOn), day(contract.endsOn)] : null,
});

/** A contract about to be signed: what the opportunity said it would be, today. */
export const nextContract = (opportunity: Pick<DealForm, 'amount' | 'product'>): ContractForm => ({
  signedOn: dayjs(today()), amount: opportunity.amount ?? null, product: opportunity.product ?? null,
});

/** Where the form starts; winning begins with a contract, losing with today. */
export function formOf(opportunity: Opportunity | null, mode: DealMode): DealForm {
  if (!opportunity) return { openedOn: dayjs(today()), outcome: 'open', pocs: [], contracts: [] };
  const form: DealForm = {
    name: opportunity.name, amount: yuan(opportunity.amountFen), product: opportunity.product ?? null,
    ownerId: opportunity.ownerId ?? null, competitor: opportunity.competitor ?? null, openedOn: day(opportunity.openedAt),
    outcome: outcomeOf(opportunity), lossReason: opportunity.lossReason ?? null,
    lostOn: opportunity.stage === 'lost' ? day(opportunity.closedAt) : null,
    pocs: opportunity.pocs.map(pocForm), contracts: opportunity.contracts.map(contractForm),
  };
  if (mode === 'win') return { ...form, outcome: 'won', contracts: form.contracts?.length ? form.contracts : [nextContract(form)] };
  if (mode === 'lose') return { ...form, outcome: 'lost', lostOn: form.lostOn ?? dayjs(today()) };
  return form;
}

const pocDraft = (poc: PocForm): PocDraft => ({
  startedOn: written(poc.startedOn), endedOn: written(poc.endedOn), result: poc.result ?? null,
  failureReason: poc.result === 'failed' ? text(poc.failureReason) : null,
});

const contractDraft = (contract: ContractForm): ContractDraft => ({
  ...(contract.id ? { id: contract.id } : {}),
  number: text(contract.number), signedOn: written(contract.signedOn), amountFen: fen(contract.amount), arrFen: fen(contract.arr),
  product: text(contract.product), startsOn: written(contract.term?.[0]), endsOn: written(contract.term?.[1]),
});

/** The request. `typed` may hold a part of the form only; the rest is as it was. */
export function draftOf(typed: DealForm, opportunity: Opportunity | null, mode: DealMode): DealDraft {
  const form = { ...formOf(opportunity, mode), ...typed };
  const lost = form.outcome === 'lost';
  return {
    name: text(form.name), amountFen: fen(form.amount), product: text(form.product), ownerId: form.ownerId ?? null,
    competitor: text(form.competitor), openedOn: written(form.openedOn),
    lostOn: lost ? written(form.lostOn) : null,
    lossReason: lost ? text(form.lossReason) : null,
    pocs: (form.pocs ?? []).map(pocDraft),
    contracts: form.outcome === 'won' ? (form.contracts ?? []).map(contractDraft) : [],
    ...(opportunity?.version ? { version: opportunity.version } : {}),
  };
}

/** The server names fields as they are sent; the form has money in 元. */
export function formField(field: string): string {
  return field.replace(/amountFen$/, 'amount').replace(/arrFen$/, 'arr').replace(/(startsOn|endsOn)$/, 'term');
}
