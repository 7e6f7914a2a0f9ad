import { z } from 'zod';
import type { CaseQuery, CellAddress, TakeAction } from '#contract/wire/case.ts';
import {
  ActionResult,
  AttachmentView,
  CaseSummary,
  CaseView,
  Change,
  Chased,
  EventView,
  OriginalView,
  SavedDraft,
  SubmissionView,
} from '#contract/wire/case.ts';
import { pageOf } from './page-of.ts';
import { command, queryText, request } from './request.ts';

const at = (id: string, rest = ''): string => `/api/cases/${encodeURIComponent(id)}${rest}`;

export const fetchCases = (query: Partial<CaseQuery>) => request(pageOf(CaseSummary), `/api/cases${queryText(query)}`);
export const fetchCase = (id: string): Promise<CaseView> => request(CaseView, at(id));
export const saveDraft = (id: string, rev: number, data: Record<string, unknown>): Promise<SavedDraft> =>
  request(SavedDraft, at(id, '/draft'), { method: 'PUT', body: { rev, data } });

/** Takes an action. `key` is made once for one intention, so that a repeated click or a retry does it once. */
export const takeAction = (id: string, key: string, body: TakeAction): Promise<ActionResult> =>
  request(ActionResult, at(id, '/actions'), { method: 'POST', body, key });

export const claimTask = (id: string, task: string): Promise<void> => command(at(id, `/tasks/${task}/claim`), {});
export const releaseTask = (id: string, task: string): Promise<void> => command(at(id, `/tasks/${task}/release`), {});
export const extendDeadline = (id: string, body: { deadline: string; to: string; reason: string }): Promise<void> =>
  command(at(id, '/extension'), { body });
export const exemptCase = (id: string, reason: string): Promise<void> =>
  command(at(id, '/exemption'), { body: { reason } });
export const liftExemption = (id: string, reason: string): Promise<void> =>
  command(at(id, '/exemption/lift'), { body: { reason } });

export const chaseCases = (cases: string[], text: string): Promise<Chased> =>
  request(Chased, '/api/cases/chase', { method: 'POST', body: { cases, text } });

export const fetchEvents = (id: string) => request(z.array(EventView), at(id, '/events'));
export const fetchSubmissions = (id: string) =>
  request(z.array(SubmissionView.omit({ data: true, masked: true })), at(id, '/submissions'));
export const fetchDifference = (id: string, from: number, to: number) =>
  request(z.array(Change), at(id, `/difference${queryText({ from, to })}`));

export const openQuery = (id: string, address: CellAddress, text: string): Promise<void> =>
  command(at(id, '/queries'), { body: { address, text } });
export const answerQuery = (id: string, query: string, text: string): Promise<void> =>
  command(at(id, `/queries/${query}/answer`), { body: { text } });
export const closeQuery = (id: string, query: string): Promise<void> => command(at(id, `/queries/${query}/close`), {});

export const revealCase = (id: string, reason: string) =>
  request(z.object({ data: z.record(z.string(), z.unknown()) }), at(id, '/reveal'), {
    method: 'POST',
    body: { reason },
  });

/** A file, and whether the person says of it what its field asks to be declared. */
export interface FileToUpload {
  file: File;
  isDeclared: boolean;
}

/** Uploads one file for a cell; the server measures kind and size from its content. */
export const uploadAttachment = (
  id: string,
  address: CellAddress,
  { file, isDeclared }: FileToUpload,
): Promise<AttachmentView> => {
  const form = new FormData();
  form.set('address', JSON.stringify(address));
  if (isDeclared) form.set('declared', 'true');
  form.set('file', file);
  return request(AttachmentView, at(id, '/attachments'), { method: 'POST', form });
};
/** Uploads the paper that an organisation sent, for whom the form is filled in by proxy. */
export const uploadOriginal = (id: string, file: File): Promise<OriginalView> => {
  const form = new FormData();
  form.set('purpose', 'original');
  form.set('file', file);
  return request(OriginalView, at(id, '/attachments'), { method: 'POST', form });
};
export const removeAttachment = (attachment: string): Promise<void> =>
  command(`/api/attachments/${attachment}`, { method: 'DELETE' });
