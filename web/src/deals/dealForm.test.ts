import dayjs from 'dayjs';
import { describe, expect, it } from 'vitest';
import type { Opportunity } from '../leads/model';
import { draftOf, formField, formOf } from './dealForm';

const opportunity: Opportunity = {
  id: 'o1', leadId: 'l1', name: '数据中台', stage: 'poc', amountFen: 12_345_678, product: '旗舰版', ownerId: 'm1', owner: '老李',
  openedAt: '2026-03-01T02:00:00Z', version: 'v1',
  pocs: [{ startedAt: '2026-03-10T16:30:00Z', endedAt: null, result: null }], contracts: [],
};
const won: Opportunity = {
  ...opportunity, stage: 'won', closedAt: '2026-05-01T02:00:00Z',
  contracts: [{ id: 'c1', number: 'HT-1', signedAt: '2026-05-01T02:00:00Z', amountFen: 1_999, arrFen: null, startsOn: '2026-06-01', endsOn: null }],
};

describe('the form of an opportunity', () => {
  it('comes back as it was when nothing is typed', () => {
    expect(draftOf({}, opportunity, 'edit')).toEqual({
      name: '数据中台', amountFen: 12_345_678, product: '旗舰版', ownerId: 'm1', competitor: null, openedOn: '2026-03-01',
      lostOn: null, lossReason: null, pocs: [{ startedOn: '2026-03-11', endedOn: null, result: null, failureReason: null }],
      contracts: [], version: 'v1',
    });
    expect(draftOf({}, won, 'edit').contracts).toEqual([
      { id: 'c1', number: 'HT-1', signedOn: '2026-05-01', amountFen: 1_999, arrFen: null, product: null, startsOn: '2026-06-01', endsOn: null },
    ]);
  });
  it('begins empty, opened today', () => {
    expect(formOf(null, 'new')).toMatchObject({ outcome: 'open', pocs: [], contracts: [] });
    expect(draftOf({ name: '  ' }, null, 'new')).toMatchObject({ name: null, contracts: [] });
  });
  it('is won with the contract it was to become', () => {
    const draft = draftOf({}, opportunity, 'win');
    expect(draft.contracts).toMatchObject([{ amountFen: 12_345_678, product: '旗舰版' }]);
    expect(draft.pocs).toHaveLength(1);
  });
  it('is lost with a day and a reason, and then has no contract', () => {
    const draft = draftOf({ lostOn: dayjs('2026-06-01'), lossReason: ' 价格 ' }, won, 'lose');
    expect(draft).toMatchObject({ lostOn: '2026-06-01', lossReason: '价格', contracts: [] });
  });
  it('forgets the loss when it is open again', () => {
    expect(draftOf({ outcome: 'open', lossReason: '价格', lostOn: dayjs('2026-06-01') }, opportunity, 'edit')).toMatchObject({ lostOn: null, lossReason: null });
  });
});

it('finds the form field of what the server names', () => {
  expect(['contracts[0].amountFen', 'contracts[1].arrFen', 'contracts[0].endsOn', 'openedOn'].map(formField)).toEqual([
    'contracts[0].amount', 'contracts[1].arr', 'contracts[0].term', 'openedOn',
  ]);
});
