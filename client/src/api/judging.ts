import { ActionResult } from '#contract/wire/case.ts';
import { type FinishTask, JudgingView, SavedMarks } from '#contract/wire/judging.ts';
import {
  MatterReceipt,
  MatterReference,
  MattersView,
  type OpenMatter,
  type OpenPublicMatter,
  PublicAnswer,
  PublicMatter,
} from '#contract/wire/matter.ts';
import { command, request } from './request.ts';

const at = (id: string, rest: string): string => `/api/cases/${encodeURIComponent(id)}${rest}`;
const publicAt = (id: string, kind: string): string =>
  `/api/public/matters/${encodeURIComponent(id)}/${encodeURIComponent(kind)}`;

export const fetchJudging = (id: string): Promise<JudgingView> => request(JudgingView, at(id, '/judging'));

/** `key` is made once for one intention, so that a repeated click or a retry does it once. */
export const finishTask = (id: string, task: string, { key, ...body }: FinishTask & { key: string }) =>
  request(ActionResult, at(id, `/tasks/${task}/finish`), { method: 'POST', body, key });
export const declareInterest = (
  id: string,
  task: string,
  { key, ...body }: { key: string; subject: string; reason: string },
) => request(ActionResult, at(id, `/tasks/${task}/recusal`), { method: 'POST', body, key });
/** A free seat is taken, or the own one given back. */
export const takeSeat = (
  id: string,
  task: string,
  { key, ...body }: { key: string; subject: string; release: boolean },
) => request(ActionResult, at(id, `/tasks/${task}/seat`), { method: 'POST', body, key });
export const saveMarks = (id: string, marks: string, body: { subject: string; data: Record<string, unknown> }) =>
  request(SavedMarks, at(id, `/marks/${marks}`), { method: 'PUT', body });

export const fetchMatters = (id: string): Promise<MattersView> => request(MattersView, at(id, '/matters'));
export const openMatter = (id: string, body: OpenMatter) =>
  request(MatterReference, at(id, '/matters'), { method: 'POST', body });
export const closeMatter = (id: string, matter: string, answer: string): Promise<void> =>
  command(at(id, `/matters/${matter}/close`), { body: { answer } });

export const fetchPublicMatter = (id: string, kind: string): Promise<PublicMatter> =>
  request(PublicMatter, publicAt(id, kind));
export const openPublicMatter = (id: string, kind: string, body: OpenPublicMatter): Promise<MatterReceipt> =>
  request(MatterReceipt, publicAt(id, kind), { method: 'POST', body });
export const fetchAnswer = (receipt: string): Promise<PublicAnswer> =>
  request(PublicAnswer, `/api/public/matters/receipts/${encodeURIComponent(receipt)}`);
