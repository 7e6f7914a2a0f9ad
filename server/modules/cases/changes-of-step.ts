import { v7 as uuid } from 'uuid';
import type { Effect } from '../../engine/effect.ts';
import type { Entry } from '../../engine/command.ts';
import type { Moved } from '../../engine/outcome.ts';
import type { BeginOrder, NoticeOrder, OutboxTopic, RecountOrder } from '../outbox-topics.ts';
import type {
  CarriedItem,
  CaseChanges,
  FrozenVersion,
  MarkToKeep,
  NewPins,
  OutboxEntry,
  TaskToSet,
  TimerToSet,
} from './case-changes.ts';
import type { CaseState } from './case-state.repository.ts';
import { type ChainedEvent, link, newSalt, saltedDigest, versionText } from './history-chain.ts';

/** What of the case as it was read matters for what is written. */
type Before = Pick<
  CaseState,
  'id' | 'now' | 'lockVersion' | 'eventSeq' | 'eventHash' | 'formVersionId' | 'workflowVersionId' | 'openQueries'
>;

/** A step that was taken, and who asked for it in which way. */
export interface StepTaken {
  state: Before;
  moved: Pick<Moved, 'case' | 'effects'>;
  /** Null where the clock or the system acts. */
  person: string | null;
  commandKey: string;
  /** What a repetition of the command is answered; null where it can be found out without. */
  answer: CaseChanges['answer'];
  /** Other cases that the decision looked at. */
  looked: CaseChanges['looked'];
  firedTimer: string | null;
  /** Workflows of which a case begins after this step, by id. */
  begins?: readonly string[];
  /** What the decision saw as gathered; frozen with every version that it makes. */
  gathered?: readonly Entry[] | null;
  /** Where the case goes over to other versions: what is new is of those. */
  carried?: { pins: NewPins; item: CarriedItem; draft: { data: Record<string, unknown>; rev: number } | null };
}

type Of<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

const ofKind = <Kind extends Effect['kind']>(effects: readonly Effect[], kind: Kind): Of<Kind>[] =>
  effects.filter((effect): effect is Of<Kind> => effect.kind === kind);

/** Of several versions frozen in one step the last one bears the case's number. */
const frozenVersions = ({ state, moved, person, carried, gathered = null }: StepTaken): FrozenVersion[] => {
  const frozen = ofKind(moved.effects, 'freeze');
  const first = moved.case.submission - frozen.length + 1;
  return frozen.map(({ data, zero }, index) => ({
    n: first + index,
    formVersionId: carried?.pins.formVersionId ?? state.formVersionId,
    data,
    gathered: zero ? null : gathered,
    zero,
    proxy: moved.case.proxy,
    salt: newSalt(),
    savedBy: person,
  }));
};

const digestOf = ({ n, salt, data, gathered }: FrozenVersion): { n: number; digest: string } => ({
  n,
  digest: saltedDigest(salt, versionText(data, gathered)),
});

type Told = Pick<CaseChanges, 'events' | 'texts' | 'head'>;

/** The lines of the history, linked to the chain; the last one vouches for the versions that were frozen. */
const historyOf = (taken: StepTaken, frozen: readonly FrozenVersion[]): Told => {
  const { state, moved, person, commandKey } = taken;
  const lines = ofKind(moved.effects, 'history').map(({ event }) => event);
  const salts = lines.map(() => newSalt());
  const unlinked = lines.map(({ comment, ...event }, index): Omit<ChainedEvent, 'seq'> => {
    const vouches = frozen.length > 0 && index === lines.length - 1 ? { frozen: frozen.map(digestOf) } : {};
    const { kind, visit } = event.payload;
    return {
      ...event,
      caseId: state.id,
      kind: typeof kind === 'string' ? kind : null,
      visit: typeof visit === 'number' ? visit : moved.case.visit,
      person,
      payload: { ...event.payload, ...vouches },
      version: taken.carried?.pins.workflowVersionId ?? state.workflowVersionId,
      commandKey,
      textDigest: comment === null || comment === '' ? null : saltedDigest(salts[index] ?? '', comment),
      at: state.now.getTime(),
    };
  });
  const events = link({ seq: state.eventSeq, hash: state.eventHash }, unlinked);
  const texts = events.flatMap(({ seq, textDigest }, index) =>
    textDigest === null ? [] : [{ seq, salt: salts[index] ?? '', comment: lines[index]?.comment ?? '' }],
  );
  const last = events.at(-1);
  return {
    events,
    texts,
    head: { seq: last?.seq ?? state.eventSeq, hash: last?.hash ?? state.eventHash },
  };
};

/** The tasks as they are after all effects: those of a visit that began and ended in the same step end with it. */
const tasksOf = (effects: readonly Effect[]): TaskToSet[] => {
  const set = new Map<string, TaskToSet>();
  for (const effect of effects) {
    if (effect.kind === 'tasks')
      for (const { key, visit, subject = '', slot = 0, assignee, status, outcome = null } of effect.tasks)
        set.set(JSON.stringify([visit, key, subject, slot]), {
          id: uuid(),
          ...{ visit, key, subject, slot, assignee, status, outcome },
        });
    if (effect.kind === 'end-visit')
      for (const [name, task] of set)
        if (task.visit === effect.visit && task.status === 'open')
          set.set(name, { ...task, status: effect.done.includes(task.key) ? 'done' : 'cancelled' });
  }
  return [...set.values()];
};

const marksOf = ({ moved: { effects }, person }: StepTaken): MarkToKeep[] =>
  person === null
    ? []
    : ofKind(effects, 'marks').flatMap(({ visit, subject, marks }) =>
        marks.map(({ key, formVersion, data }) => ({ visit, subject, key, formVersion, data, person })),
      );

const timersOf = ({ state, moved: { effects } }: StepTaken): TimerToSet[] => {
  const ended = new Set(ofKind(effects, 'end-visit').map(({ visit }) => visit));
  const timer = (wish: Omit<TimerToSet, 'id' | 'fireAt'> & { at: number }): TimerToSet => {
    const { at, ...identity } = wish;
    return { id: uuid(), ...identity, fireAt: new Date(at).toISOString() };
  };
  const wished = ofKind(effects, 'timers')
    .filter(({ visit }) => !ended.has(visit))
    .flatMap(({ visit, wishes }) => wishes.map((wish) => timer({ ...wish, caseId: state.id, visit })));
  // Outside every visit, and once a case: a later wish takes the place of an earlier one.
  const settle = ofKind(effects, 'settle').at(-1);
  return settle === undefined
    ? wished
    : [...wished, timer({ kind: 'settle', key: '', n: 0, visit: 0, caseId: settle.case, at: settle.at })];
};

const noticesOf = (taken: StepTaken, { seq }: { seq: number }): OutboxEntry[] =>
  ofKind(taken.moved.effects, 'notice').map(({ template, about, actors, payload }, index) => {
    const order: NoticeOrder = {
      case: taken.state.id,
      visit: taken.moved.case.visit,
      n: typeof payload['n'] === 'number' ? payload['n'] : seq,
      template,
      about,
      actors,
      payload,
      at: taken.state.now.getTime(),
      person: taken.person,
    };
    return { id: uuid(), topic: 'notice', dedupKey: `notice:${taken.state.id}:${seq}:${index}`, payload: { ...order } };
  });

/** What other cases are asked for: to be looked at again by their limits, or to begin. */
const orders = ({ state, moved, begins = [] }: StepTaken, { seq }: { seq: number }): OutboxEntry[] => {
  const entry = (topic: OutboxTopic, about: string, order: RecountOrder | BeginOrder): OutboxEntry => {
    return { id: uuid(), topic, dedupKey: `${topic}:${about}:${state.id}:${seq}`, payload: { ...order } };
  };
  return [
    ...ofKind(moved.effects, 'recount').map((effect) => entry('recount', effect.case, { case: effect.case, n: seq })),
    ...begins.map((workflow) => entry('begin', workflow, { case: state.id, workflow })),
  ];
};

const draftAfter = ({ state, moved: { effects }, person, carried }: StepTaken): CaseChanges['draft'] => {
  if (carried !== undefined) return carried.draft === null ? { kind: 'keep' } : { kind: 'carry', ...carried.draft };
  const written = ofKind(effects, 'write-draft').at(-1);
  if (written !== undefined)
    return { kind: 'replace', formVersionId: state.formVersionId, data: written.data, savedBy: person };
  // What stands in the draft is no part of a zero report; it is there again when that is taken back.
  return ofKind(effects, 'freeze').some(({ zero }) => !zero) ? { kind: 'remove' } : { kind: 'keep' };
};

const idsOfRows = (data: Record<string, unknown>): Set<string> => {
  const ids = new Set<string>();
  JSON.stringify(data, (key, value: unknown) => {
    if (key === '_id' && typeof value === 'string') ids.add(value);
    return value;
  });
  return ids;
};

/** Remarks on rows that the newest version has no more. */
const removedQueries = ({ state }: StepTaken, frozen: readonly FrozenVersion[]): string[] => {
  const latest = frozen.at(-1);
  if (latest === undefined || latest.zero || state.openQueries.length === 0) return [];
  const rows = idsOfRows(latest.data);
  return state.openQueries.filter(({ row }) => row !== undefined && !rows.has(row)).map(({ id }) => id);
};

/** Everything that a step leads to, as the rows to be written. */
export const changesOf = (taken: StepTaken): CaseChanges => {
  const { state, moved, person } = taken;
  const { effects } = moved;
  const frozen = frozenVersions(taken);
  const told = historyOf(taken, frozen);
  return {
    expected: {
      id: state.id,
      lockVersion: state.lockVersion,
      eventSeq: state.eventSeq,
      versionId: state.workflowVersionId,
    },
    looked: taken.looked,
    case: moved.case,
    now: state.now.getTime(),
    answer: taken.answer,
    ...told,
    frozen,
    draft: draftAfter(taken),
    tasks: tasksOf(effects),
    marks: marksOf(taken),
    ended: ofKind(effects, 'end-visit').map(({ visit, done }) => ({ visit, done })),
    plannedVisits: ofKind(effects, 'timers').map(({ visit }) => visit),
    timers: timersOf(taken),
    firedTimer: taken.firedTimer,
    extensions: ofKind(effects, 'extension').map(({ deadline, due, reason }) => ({
      id: uuid(),
      key: deadline,
      due: new Date(due).toISOString(),
      reason,
      grantedBy: person,
    })),
    exemptions: ofKind(effects, 'exemption').map(({ reason }) => ({ id: uuid(), reason, grantedBy: person })),
    settlements: ofKind(effects, 'settlement')
      .slice(-1)
      .map(({ met, messages }) => ({ id: uuid(), status: met ? ('met' as const) : ('unmet' as const), messages })),
    removedQueries: removedQueries(taken, frozen),
    outbox: [...noticesOf(taken, told.head), ...orders(taken, told.head)],
    ...(taken.carried && { pins: taken.carried.pins, item: taken.carried.item }),
  };
};
