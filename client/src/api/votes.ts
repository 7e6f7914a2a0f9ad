import { ContestView } from '#contract/wire/contest.ts';
import { DrawnCode, MyVotes } from '#contract/wire/roll.ts';
import type { ContestPlace } from './contests.ts';
import { request } from './request.ts';

/** Elections in which the person may vote with the account. */
export const fetchMyVotes = (): Promise<MyVotes> => request(MyVotes, '/api/my-votes');

/** One's own code; the same claim is told the same code again. */
export const drawCode = (election: string, claim: string): Promise<DrawnCode> =>
  request(DrawnCode, `/api/elections/${election}/draw`, { method: 'POST', body: { claim } });

/** Enters everybody who may vote with an account, and makes as many codes. */
export const drawUpRoll = ({ programme, election }: ContestPlace): Promise<ContestView> =>
  request(ContestView, `/api/programmes/${programme}/elections/${election}/roll`, { method: 'POST', body: {} });
