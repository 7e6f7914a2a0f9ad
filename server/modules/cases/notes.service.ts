import { Injectable } from '@nestjs/common';
import type { Tenant } from '../../storage/tenant.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import type { CaseChanges } from './case-changes.ts';
import { CaseWriteRepository } from './case-write.repository.ts';
import { CommandService, type Seen } from './command.service.ts';
import { InTurn } from './in-turn.ts';
import { link, newSalt, saltedDigest } from './history-chain.ts';

/** What happens to a case without moving it: a line of the history, and rows that go with it. */
export interface Note<Answer> {
  type: string;
  payload: Record<string, unknown>;
  /** What the person wrote. */
  text?: string;
  rows: Partial<Pick<CaseChanges, 'query' | 'file' | 'matter' | 'outbox'>>;
  answer: Answer;
}

const ATTEMPTS = 20;

const changesOf = (seen: Seen, person: string | null, note: Note<unknown>): CaseChanges => {
  const { state, case: current } = seen;
  const salt = newSalt();
  const [event] = link({ seq: state.eventSeq, hash: state.eventHash }, [
    {
      caseId: state.id,
      type: note.type,
      action: null,
      kind: null,
      from: null,
      to: null,
      visit: current.visit,
      actor: null,
      person,
      onBehalf: false,
      reasons: [],
      payload: note.payload,
      version: state.workflowVersionId,
      commandKey: null,
      textDigest: note.text === undefined ? null : saltedDigest(salt, note.text),
      at: seen.now,
    },
  ]);
  return {
    ...NOTHING,
    expected: {
      id: state.id,
      lockVersion: state.lockVersion,
      eventSeq: state.eventSeq,
      versionId: state.workflowVersionId,
    },
    case: current,
    now: seen.now,
    head: { seq: event?.seq ?? state.eventSeq, hash: event?.hash ?? state.eventHash },
    events: event === undefined ? [] : [event],
    texts: note.text === undefined || event === undefined ? [] : [{ seq: event.seq, salt, comment: note.text }],
    ...note.rows,
  };
};

const NOTHING = {
  looked: [],
  answer: null,
  frozen: [],
  draft: { kind: 'keep' },
  tasks: [],
  marks: [],
  ended: [],
  plannedVisits: [],
  timers: [],
  firedTimer: null,
  extensions: [],
  exemptions: [],
  settlements: [],
  removedQueries: [],
  outbox: [],
} as const satisfies Partial<CaseChanges>;

/** Writes into a case's history without taking a step; the version that people hold of the case stays good. */
@Injectable()
export class NotesService {
  private readonly turns = new InTurn();

  constructor(
    private readonly commands: CommandService,
    private readonly writes: CaseWriteRepository,
  ) {}

  /** `decide` looks at the case as it is and may refuse; it is asked again where the history grew meanwhile. */
  note<Answer>(
    { who, caseId }: { who: Identity | null; caseId: string },
    decide: (seen: Seen, tenant: Tenant) => Promise<Note<Answer>> | Note<Answer>,
  ): Promise<Answer> {
    return this.turns.run(caseId, () => this.write(who, caseId, decide));
  }

  private write<Answer>(
    who: Identity | null,
    caseId: string,
    decide: (seen: Seen, tenant: Tenant) => Promise<Note<Answer>> | Note<Answer>,
  ): Promise<Answer> {
    return this.commands.asking(who, async (asker) => {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const seen = await this.commands.see(caseId, asker);
        const note = await decide(seen, asker.tenant);
        if (await this.writes.write(asker.tenant, changesOf(seen, who?.person.id ?? null, note))) return note.answer;
      }
      throw new DomainError('unavailable');
    });
  }
}
