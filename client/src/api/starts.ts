import { JoinOrganisations, JoinView, ReceiptView, type SignUp, SignUpReceipt } from '#contract/wire/join.ts';
import { type BeginCase, BegunCase, Starts } from '#contract/wire/start.ts';
import { queryText, request } from './request.ts';

export const fetchStarts = (q?: string): Promise<Starts> => request(Starts, `/api/starts${queryText({ q })}`);

/** `key` is made once for one intention, so that a repeated click begins one case. */
export const beginCase = (key: string, body: BeginCase): Promise<BegunCase> =>
  request(BegunCase, '/api/starts', { method: 'POST', body, key });

export interface JoinAddress {
  programme: string;
  workflow: string;
}

const at = ({ programme, workflow }: JoinAddress): string =>
  `/api/join/${encodeURIComponent(programme)}/${encodeURIComponent(workflow)}`;

export const fetchJoin = (page: JoinAddress): Promise<JoinView> => request(JoinView, at(page));
export const fetchJoinOrganisations = (page: JoinAddress, q: string): Promise<JoinOrganisations> =>
  request(JoinOrganisations, `${at(page)}/organisations${queryText({ q })}`);
export const sendSignUp = (page: JoinAddress, key: string, body: SignUp): Promise<SignUpReceipt> =>
  request(SignUpReceipt, at(page), { method: 'POST', body, key });

/** The number goes in the body: it is to stand in no log. */
export const fetchReceipt = (receipt: string): Promise<ReceiptView> =>
  request(ReceiptView, '/api/join/receipts', { method: 'POST', body: { receipt } });
