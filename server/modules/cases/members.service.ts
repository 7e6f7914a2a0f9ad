import { Injectable } from '@nestjs/common';
import { type LocalText, textIn } from '../../contract/text.ts';
import type { ActCommand, Command, Person } from '../../engine/command.ts';
import type { Effect } from '../../engine/effect.ts';
import type { Moved, Refused } from '../../engine/outcome.ts';
import { step } from '../../engine/step.ts';
import type { Sql } from '../../storage/database.ts';
import type { Identity } from '../identity.ts';
import { Models, type RunningModel } from '../models.ts';
import type { CaseChanges } from './case-changes.ts';
import { type CaseState, CaseStateRepository } from './case-state.repository.ts';
import { changesOf } from './changes-of-step.ts';
import { caseFrom, factsFrom, wantedBy } from './facts.ts';
import type { Looked } from './gathering.service.ts';
import { refusalError, refusalText } from './refusals.ts';

type Order = Extract<Effect, { kind: 'members' }>;

/** What the gathering case's command was, and who gave it. */
interface Given {
  key: string;
  command: Command;
  who: Identity | null;
  person: (programmeId: string) => Person | null;
  language: string;
  /** How the members stood when the decision was made to move them, as far as it looked. */
  considered: readonly Looked[];
  /** The command's own connection, where it already holds one: it must never ask for a second. */
  sql: Sql | undefined;
}

/** A batch can hold batches; no deeper than this. */
const DEEPEST = 5;

const EVERYTHING = { organisation: true, siblings: true, previous: true, files: false };

const wordsOf = (command: Command): Pick<ActCommand, 'comment' | 'reasons'> => {
  if (command.type !== 'act') return {};
  const { comment, reasons } = command;
  return { ...(comment !== undefined && { comment }), ...(reasons !== undefined && { reasons }) };
};

/** Reasons are of the gathering case's own action; a member is told those that it knows. */
const commandFor = ({ model }: RunningModel, state: string, action: string, given: Given): ActCommand => {
  const rule = model.workflow.states[state]?.on?.[action];
  const known = rule !== undefined && 'kind' in rule ? (rule.reasons ?? []).map(({ code }) => code) : [];
  const { comment, reasons = [] } = wordsOf(given.command);
  const told = reasons.filter((code) => known.includes(code));
  return { type: 'act', action, ...(comment !== undefined && { comment }), ...(told.length > 0 && { reasons: told }) };
};

const hasMovedOn = ({ id, lockVersion }: CaseState, { considered }: Given): boolean =>
  considered.some((one) => one.id === id && one.lockVersion !== lockVersion);

/** Which of the members it was, as people know it. */
const nameOf = (state: CaseState, { model }: RunningModel): LocalText => {
  const organisation = state.organisation?.title ?? '';
  const inLanguage = (language: string): string =>
    [organisation, textIn(model.workflow.title, language), state.period === null ? '' : state.periodKey]
      .filter((part) => part !== '')
      .join(' · ');
  return { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') };
};

const refusedBy = (name: LocalText, refused: Refused): Refused => ({
  kind: 'refused',
  reason: 'member-refused',
  issues: [],
  messages: refusalText(refused).map((why) => ({
    'zh-CN': `${textIn(name, 'zh-CN')}：${textIn(why, 'zh-CN')}`,
    en: `${textIn(name, 'en')}: ${textIn(why, 'en')}`,
  })),
});

/** Steps that gathered cases take together with the case that gathers them. */
@Injectable()
export class MembersService {
  constructor(
    private readonly models: Models,
    private readonly states: CaseStateRepository,
  ) {}

  /**
   * What every member's step writes; null where one has moved on since it was gathered, so that all has to be decided
   * anew. Throws the refusal of the first member that refuses, by its name.
   */
  async changes(order: Order, given: Given): Promise<CaseChanges[] | null> {
    const written: CaseChanges[] = [];
    const seen = new Set<string>();
    let orders = [order];
    for (let depth = 1; orders.length > 0 && depth <= DEEPEST; depth += 1) {
      const taken = await Promise.all(orders.map((one) => this.steps(one, given, seen)));
      if (!taken.every((one) => one !== null)) return null;
      const steps = taken.flat();
      written.push(...steps.map(({ changes }) => changes));
      orders = steps.flatMap(({ moved }) => moved.effects.filter((effect) => effect.kind === 'members'));
    }
    return written;
  }

  private async steps(
    { action, cases }: Order,
    given: Given,
    seen: Set<string>,
  ): Promise<{ changes: CaseChanges; moved: Moved }[] | null> {
    const ids = cases.filter((id) => !seen.has(id)).sort();
    for (const id of ids) seen.add(id);
    const states = new Map((await this.states.readAll(ids, EVERYTHING, given.sql)).map((state) => [state.id, state]));
    const steps: { changes: CaseChanges; moved: Moved }[] = [];
    for (const id of ids) {
      const state = states.get(id);
      if (state === undefined || hasMovedOn(state, given)) return null;
      steps.push(await this.stepOf(state, action, given));
    }
    return steps;
  }

  private async stepOf(
    state: CaseState,
    action: string,
    given: Given,
  ): Promise<{ changes: CaseChanges; moved: Moved }> {
    const running = await this.models.byVersion(state.workflowVersionId);
    const person = given.person(state.programmeId);
    const facts = await factsFrom(this.models, { state, running, person });
    const command = commandFor(running, state.state, action, given);
    const moved = step(running.model, caseFrom(state, running), command, facts, state.now.getTime());
    if (moved.kind === 'refused') throw refusalError(refusedBy(nameOf(state, running), moved), given.language);
    const changes = changesOf({
      state,
      moved,
      person: given.who?.person.id ?? null,
      commandKey: given.key,
      answer: null,
      looked: wantedBy(running).siblings ? state.siblings.map(({ id, lockVersion }) => ({ id, lockVersion })) : [],
      firedTimer: null,
      gathered: facts.entries ?? null,
    });
    return { changes, moved };
  }
}
