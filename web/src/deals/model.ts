export const OUTCOMES = ['open', 'won', 'lost'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const POC_RESULTS = ['passed', 'failed'] as const;

export interface PocDraft {
  startedOn: string | null;
  endedOn: string | null;
  result: string | null;
  failureReason: string | null;
}

export interface ContractDraft {
  /** Of a contract that is there already: it stays that one. */
  id?: string;
  number: string | null;
  signedOn: string | null;
  amountFen: number | null;
  arrFen: number | null;
  product: string | null;
  startsOn: string | null;
  endsOn: string | null;
}

/** An opportunity as it is sent: all of it, so that what is left out is taken away. */
export interface DealDraft {
  name: string | null;
  amountFen: number | null;
  product: string | null;
  ownerId: string | null;
  competitor: string | null;
  openedOn: string | null;
  lostOn: string | null;
  lossReason: string | null;
  pocs: PocDraft[];
  contracts: ContractDraft[];
  /** What the person saw: the server refuses to overwrite what somebody else has written since. */
  version?: string;
}

/** What people of a company did while an opportunity was open. */
export interface DealMoves {
  total: number;
  people: number;
  latest: { id: string; at: string; scene: string; content: string | null; personId: string; name: string | null; title: string | null }[];
}
