import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { ChaseCases, Chased } from '../../contract/wire/case.ts';
import { awaitedIn, isReporting } from '../../engine/action.ts';
import { rolesMay } from '../../engine/standing.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import type { NoticeOrder } from '../outbox-topics.ts';
import type { Seen } from './command.service.ts';
import { type Note, NotesService } from './notes.service.ts';
import { refuseUnstorable } from './storable.ts';

type Answer = Chased['cases'][number]['outcome'];

/** Whether a report is still owed: the window is open, and the case stands where reports are sent from. */
const isOwing = ({ case: current, running }: Seen): boolean => {
  const state = running.model.workflow.states[current.state];
  return current.status === 'open' && state !== undefined && isReporting(state);
};

const mayChase = ({ facts, running }: Seen): boolean =>
  rolesMay(running.model, facts.person?.memberships.flatMap(({ roles }) => roles) ?? [], 'notices.send');

const order = (seen: Seen, person: string, text: string): NoticeOrder => ({
  case: seen.state.id,
  visit: seen.case.visit,
  n: seen.state.eventSeq + 1,
  template: '@chase',
  about: 'chase',
  actors: awaitedIn(seen.running.model.workflow.states[seen.case.state]),
  payload: { comment: text },
  at: seen.now,
  person,
});

const note = (seen: Seen, person: string, text: string): Note<Answer> => {
  const payload = { ...order(seen, person, text) };
  return {
    type: 'chased',
    payload: { actors: payload.actors },
    ...(text === '' ? {} : { text }),
    rows: { outbox: [{ id: uuid(), topic: 'notice', dedupKey: `chase:${uuid()}`, payload }] },
    answer: 'told',
  };
};

/** Urges those who still owe a report, outside the reminders of their deadline. */
@Injectable()
export class ChaseService {
  constructor(private readonly notes: NotesService) {}

  /** Each case by itself: what is sent in meanwhile, or is none of the person's, is told and holds up nothing. */
  async chase(who: Identity, { cases, text = '' }: ChaseCases): Promise<Chased> {
    refuseUnstorable(text);
    const told: Chased['cases'] = [];
    for (const caseId of new Set(cases)) told.push({ case: caseId, outcome: await this.one(who, caseId, text) });
    return { told: told.filter(({ outcome }) => outcome === 'told').length, cases: told };
  }

  private async one(who: Identity, caseId: string, text: string): Promise<Answer> {
    try {
      return await this.notes.note({ who, caseId }, (seen) => {
        if (!mayChase(seen)) throw new DomainError('not-allowed');
        if (!isOwing(seen)) throw new DomainError('refused');
        return note(seen, who.person.id, text);
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'refused') return 'not-owing';
      if (error.code === 'not-found' || error.code === 'not-allowed') return 'not-yours';
      throw error;
    }
  }
}
