import type { PublicationPreview, PublicationView } from '../../contract/wire/publication.ts';
import type { FindingView } from '../../contract/wire/design.ts';
import { needsSecondPerson } from '../../engine/change/change.ts';
import { findingView } from '../designs/desk.service.ts';
import { type Identity, may } from '../identity.ts';
import type { Following } from '../running-cases.ts';
import type { Assessment } from './assessment.service.ts';
import { changeView } from './candidate.ts';
import type { StoredPublication } from './publications.repository.ts';

const NO_COUNTS = { drafts: 0, submissions: 0, running: 0, organisations: 0 };

const failedScenarios = (findings: readonly FindingView[]): PublicationPreview['effects'] => {
  const count = findings.filter(({ code, severity }) => severity === 'error' && code.startsWith('scenario')).length;
  return count === 0 ? [] : [{ effect: 'scenario-failed', count, rows: [] }];
};

/** What a look found, for the person who is to decide. */
export const previewView = ({ candidate, findings, proposals, token, simulated }: Assessment): PublicationPreview => {
  const told = findings.map(findingView);
  return {
    token,
    class: candidate.class,
    changes: candidate.changes.map(changeView),
    findings: told,
    effects: [...(simulated?.book.all() ?? []), ...failedScenarios(told)],
    counts: simulated?.counts ?? NO_COUNTS,
    needsSecondPerson: needsSecondPerson(candidate.class),
    plans: proposals,
  };
};

const statusOf = (stored: StoredPublication, following: Following | undefined): PublicationView['status'] => {
  if (stored.status !== 'published' || following === undefined) return stored.status;
  const isDone = following.done + following.failed.length >= following.total;
  if (isDone) return 'published';
  return following.isPaused ? 'paused' : 'applying';
};

/** Whether nothing that was published with it has another version by now. */
const stillStands = ({ parts }: StoredPublication): boolean =>
  parts.length > 0 &&
  parts.every(({ versionId, standsId }) => versionId === standsId) &&
  !parts.some(({ kind, beforeId }) => kind === 'Programme' && beforeId === null);

const mayNow = (
  stored: StoredPublication,
  status: PublicationView['status'],
  { who, programme }: { who: Identity; programme: string },
): PublicationView['may'] => {
  const isOwn = stored.proposedById === who.person.id;
  if (!may(who, 'definitions.publish', programme)) return status === 'waiting' && isOwn ? ['withdraw'] : [];
  if (status === 'waiting') return isOwn ? ['withdraw'] : ['confirm', 'withdraw'];
  if (status === 'withdrawn') return [];
  const undo: PublicationView['may'] = stored.undoneBy === null && stillStands(stored) ? ['undo'] : [];
  if (status === 'published') return undo;
  return status === 'paused' ? ['resume'] : ['pause'];
};

/** A publication as one person sees it. */
export const publicationView = (
  stored: StoredPublication,
  following: Following | undefined,
  asker: { who: Identity; programme: string },
): PublicationView => {
  const status = statusOf(stored, following);
  const { id, note, proposedBy, confirmedBy, undoes, undoneBy, changes, parts } = stored;
  const { total, done, failed } = following ?? { total: 0, done: 0, failed: [] };
  return {
    id,
    status,
    class: stored.class,
    note,
    proposedBy,
    proposedAt: stored.proposedAt.toISOString(),
    confirmedBy,
    publishedAt: stored.publishedAt?.toISOString() ?? null,
    undoes,
    undoneBy,
    changes,
    dates: stored.dates,
    plans: stored.plans,
    definitions: parts.map(({ kind, key, n }) => ({ kind, key, n })),
    progress: { total, done, failed },
    may: mayNow(stored, status, asker),
  };
};
