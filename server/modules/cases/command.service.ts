import { Injectable } from '@nestjs/common';
import type { Workflow } from '../../contract/definition/workflow.ts';
import { textIn } from '../../contract/text.ts';
import { actorsOf } from '../../engine/actor.ts';
import type { Case, Instant, Organisation } from '../../engine/case.ts';
import type { Command, Facts, Person } from '../../engine/command.ts';
import type { Moved } from '../../engine/outcome.ts';
import { begunAfter, publicStarters } from '../../engine/start-rule.ts';
import { step } from '../../engine/step.ts';
import type { Tenant } from '../../storage/tenant.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { Models, type RunningModel } from '../models.ts';
import { type CaseState, CaseStateRepository } from './case-state.repository.ts';
import { CaseWriteRepository } from './case-write.repository.ts';
import { changesOf } from './changes-of-step.ts';
import { caseFrom, factsFrom, type RuleFacts, wantedBy, wantedByAny } from './facts.ts';
import { GatheringService, type Looked } from './gathering.service.ts';
import { MembersService } from './members.service.ts';
import { type Held, PeersService } from './peers.service.ts';
import { PeopleRepository } from './people.repository.ts';
import { refusalError } from './refusals.ts';
import { PublishedWorkflows } from './published-workflows.ts';
import { organisationsOf, personOf, tenantOf } from './visibility.ts';

/** A case as a decision about it sees it. */
export interface Seen {
  state: CaseState;
  running: RunningModel;
  case: Case;
  facts: Facts;
  now: Instant;
  /** Cases that were considered for what this one gathers, itself among them; absent where it does not look around. */
  considered?: readonly Looked[];
}

/** A command to one case. */
export interface CommandRequest<Answer> {
  /** Carried out once: a repetition with the same `requestHash` gets the first answer again. */
  key: string;
  requestHash: string;
  caseId: string;
  /** Null where the clock or the system acts. */
  who: Identity | null;
  command: Command;
  /** The version that the person saw; where the case has moved on since, the command is stale. */
  lockVersion?: number;
  /** The data that the decision is about with what the form has against it, where it is not what the case holds. */
  prepare?: (seen: Seen) => Promise<Pick<Facts, 'data' | 'issues'>>;
  /** What follows beside what the rules make follow. */
  extend?: (seen: Seen, moved: Moved) => Moved;
  /** What is answered, now and at a repetition. */
  answer: (seen: Seen, moved: Moved) => Answer;
  firedTimer?: string;
  language: string;
}

/** Who asks: what the person reaches, and as whom the rules know the person. */
export interface Asker {
  tenant: Tenant;
  known: ReadonlyMap<string, Organisation>;
  /** What the rules of a case that was not seen before will probably ask for. */
  guess: RuleFacts;
  person: (programmeId: string) => Person | null;
  /** The published workflows of the programme, after whose pattern other cases may begin. */
  followers: (running: RunningModel) => { id: string; workflow: Workflow }[];
}

/** How often a decision is made anew because what it looked at, but not the case itself, has changed meanwhile. */
const ATTEMPTS = 8;

/** Rules of cases that were seen lately, so that the next reading takes along only what they ask for. */
const REMEMBERED = 20_000;

/**
 * One command is one transaction: a statement that reads, a pure step, a statement that writes all or nothing. The write
 * compares what it was decided upon with what is there; nothing is locked in between.
 */
@Injectable()
export class CommandService {
  private readonly rules = new Map<string, RuleFacts>();

  constructor(
    private readonly models: Models,
    private readonly workflows: PublishedWorkflows,
    private readonly states: CaseStateRepository,
    private readonly writes: CaseWriteRepository,
    private readonly gathering: GatheringService,
    private readonly members: MembersService,
    private readonly peers: PeersService,
    private readonly people: PeopleRepository,
  ) {}

  async run<Answer>(request: CommandRequest<Answer>): Promise<Answer> {
    return this.asking(request.who, async (asker) => {
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const answer = await this.attempt(request, asker);
        if (answer !== undefined) return answer.value;
      }
      throw new DomainError('unavailable');
    });
  }

  /** The case as the person sees it; an error where there is none for this person. */
  look(caseId: string, who: Identity | null): Promise<Seen> {
    return this.asking(who, (asker) => this.see(caseId, asker));
  }

  /** Works with what the person reaches. What is not found may belong to a workflow that was published this moment. */
  async asking<Result>(who: Identity | null, work: (asker: Asker) => Promise<Result>): Promise<Result> {
    const published = await this.workflows.now();
    try {
      return await work(askerOf(who, published));
    } catch (error) {
      const isNotFound = error instanceof DomainError && error.code === 'not-found';
      const now = isNotFound ? await this.workflows.read() : published;
      if (now.length === published.length && now.every((running, index) => running === published[index])) throw error;
      return work(askerOf(who, now));
    }
  }

  /** The case as the asker sees it; an error where there is none. */
  async see(caseId: string, asker: Asker, commandKey?: string): Promise<Seen> {
    const { state, running } = await this.read(caseId, asker, commandKey);
    const current = caseFrom(state, running, asker.known);
    const person = asker.person(state.programmeId);
    const live = await this.gathering.now(state, running, current.organisation);
    const facts = await factsFrom(this.models, {
      ...{ state, running, person },
      ...(live !== null && { entries: live.entries }),
    });
    const isOutsider =
      person !== null &&
      actorsOf(running.model, { case: current, person, data: facts.data }).every((actor) =>
        publicStarters(running.model.workflow).includes(actor),
      );
    if (isOutsider) throw new DomainError('not-found');
    const now = state.now.getTime();
    const peers = await this.peers.of({ running, case: current, now });
    const seen = { state, running, case: current, facts: peers === undefined ? facts : { ...facts, peers }, now };
    return live === null ? seen : { ...seen, considered: live.looked };
  }

  /** Reads the facts that the case's rules are known or guessed to ask for; again where they ask for more. */
  private async read(
    caseId: string,
    asker: Asker,
    commandKey?: string,
  ): Promise<{ state: CaseState; running: RunningModel }> {
    const guess = this.rules.get(caseId) ?? asker.guess;
    const state = await this.states.read(asker.tenant, {
      ...guess,
      caseId,
      organisation: reachesOthers(asker),
      ...(commandKey !== undefined && { commandKey }),
    });
    if (state === undefined) throw new DomainError('not-found');
    const running = await this.models.byVersion(state.workflowVersionId);
    const wanted = wantedBy(running);
    this.remember(caseId, wanted);
    const isEnough =
      (guess.siblings || !wanted.siblings) && (guess.previous || !wanted.previous) && (guess.files || !wanted.files);
    return isEnough ? { state, running } : this.read(caseId, asker, commandKey);
  }

  private async attempt<Answer>(request: CommandRequest<Answer>, asker: Asker): Promise<{ value: Answer } | undefined> {
    const seen = await this.see(request.caseId, asker, request.key);
    const { state } = seen;
    if (state.stored !== null) return { value: replayed<Answer>(state, request) };
    if (request.lockVersion !== undefined && request.lockVersion !== state.lockVersion)
      throw stale(seen, request.language);
    const prepared = await request.prepare?.(seen);
    const people = await this.people.judgesOf(seen.running.model, state);
    const facts = { ...seen.facts, ...prepared, ...(people !== null && { people }) };
    const given = { ...seen, facts };
    return this.peers.holding(seen, request.command, (held) => this.decide(request, asker, { seen: given, held }));
  }

  /** Decides, and writes what follows; undefined where something has moved on meanwhile. */
  private async decide<Answer>(
    request: CommandRequest<Answer>,
    asker: Asker,
    { seen, held }: { seen: Seen; held: Held | null },
  ): Promise<{ value: Answer } | undefined> {
    const facts = held === null ? seen.facts : { ...seen.facts, peers: held.peers };
    const outcome = step(seen.running.model, seen.case, request.command, facts, seen.now);
    if (outcome.kind === 'refused') {
      // What was looked at later than the case itself, others' cases and limits, may have moved together with it.
      const hasLookedAround = held !== null || seen.considered !== undefined;
      if (hasLookedAround && !(await this.writes.isAsSeen(seen.state, held?.sql))) return undefined;
      throw refusalError(outcome, request.language);
    }
    const decided = { ...seen, facts };
    if (outcome.effects.length === 0) return { value: request.answer(decided, outcome) };
    const moved = request.extend?.(decided, outcome) ?? outcome;
    const value = request.answer(decided, moved);
    const isDone = await this.write(request, asker, { seen: decided, moved, result: value, held });
    return isDone ? { value } : undefined;
  }

  private async write(
    { key, requestHash, who, firedTimer, command, language }: CommandRequest<unknown>,
    { tenant, person, followers }: Asker,
    { seen, moved, result, held }: { seen: Seen; moved: Moved; result: unknown; held: Held | null },
  ): Promise<boolean> {
    const { state, running, considered = [] } = seen;
    const hasLooked = wantedBy(running).siblings;
    const changes = changesOf({
      state,
      moved,
      person: who?.person.id ?? null,
      commandKey: key,
      answer: { key, requestHash, result },
      looked: withoutTwice([
        ...(hasLooked ? state.siblings.map(({ id, lockVersion }) => ({ id, lockVersion })) : []),
        ...considered,
      ]),
      firedTimer: firedTimer ?? null,
      gathered: seen.facts.entries ?? null,
      begins: begunAfter(followers(running), running.model.workflow.key, moved.effects).map(({ id }) => id),
    });
    const order = moved.effects.find((effect) => effect.kind === 'members');
    try {
      if (order !== undefined) {
        const others = await this.members.changes(order, {
          ...{ key, command, who, person, language, considered },
          sql: held?.sql,
        });
        return others !== null && (await this.writes.writeTogether([changes, ...others], held?.sql));
      }
      // Whoever looks around may have seen cases that are beyond the person's own reach.
      return await this.writes.write(considered.length > 0 ? 'system' : tenant, changes, held?.sql);
    } catch (error) {
      // For this case a command with the same key would have moved it on; so the key belongs to another one.
      throw (error as { constraint?: string }).constraint === 'pk_command' ? new DomainError('key-reused') : error;
    }
  }

  private remember(caseId: string, wanted: RuleFacts): void {
    this.rules.delete(caseId);
    this.rules.set(caseId, wanted);
    const oldest = this.rules.keys().next().value;
    if (this.rules.size > REMEMBERED && oldest !== undefined) this.rules.delete(oldest);
  }
}

const withoutTwice = (looked: readonly Looked[]): Looked[] => [...new Map(looked.map((one) => [one.id, one])).values()];

/** Who asks, as far as storage and rules need to know. */
const askerOf = (who: Identity | null, published: readonly RunningModel[]): Asker => {
  const guess = wantedByAny(published);
  const followers: Asker['followers'] = ({ programmeId }) =>
    published
      .filter((one) => one.programmeId === programmeId)
      .map(({ workflowId: id, model: { workflow } }) => ({ id, workflow }));
  if (who === null)
    return { tenant: 'system', known: new Map<string, Organisation>(), guess, person: () => null, followers };
  return {
    tenant: tenantOf(who, published),
    known: organisationsOf(who),
    guess,
    person: (programmeId) => personOf(who, programmeId),
    followers,
  };
};

/** Whose session does not have every organisation whose cases can be reached. */
const reachesOthers = ({ tenant, known }: Asker): boolean =>
  tenant === 'system' ||
  tenant.programmes.length > 0 ||
  tenant.near.length > 0 ||
  tenant.organisations.some((id) => !known.has(id));

const replayed = <Answer>({ stored, id }: CaseState, { requestHash }: CommandRequest<Answer>): Answer => {
  if (stored?.caseId !== id || stored.requestHash !== requestHash) throw new DomainError('key-reused');
  return stored.result as Answer;
};

const stale = ({ state, running }: Seen, language: string): DomainError =>
  new DomainError('stale', undefined, {
    extensions: {
      current: {
        lockVersion: state.lockVersion,
        state: state.state,
        stateTitle: textIn(running.model.workflow.states[state.state]?.title, language),
        status: state.status,
      },
    },
  });
