import { parse } from 'yaml';
import { Calendar } from '../../server/contract/definition/calendar.ts';
import { Form } from '../../server/contract/definition/form.ts';
import { Programme } from '../../server/contract/definition/programme.ts';
import { Workflow } from '../../server/contract/definition/workflow.ts';
import { instantOfLocal } from '../../server/engine/calendar.ts';
import type { Case, Instant, Organisation } from '../../server/engine/case.ts';
import type { Command, Facts, Person } from '../../server/engine/command.ts';
import type { Effect } from '../../server/engine/effect.ts';
import type { Model } from '../../server/engine/model.ts';
import { openCase } from '../../server/engine/opening.ts';
import type { Moved, Outcome, Refused } from '../../server/engine/outcome.ts';
import { NO_FACTS } from '../../server/engine/situation.ts';
import { step } from '../../server/engine/step.ts';

/** A small programme of its own: lighthouses keep a log, harbours check it. */

const PROGRAMME = `
apiVersion: formflow/v1
kind: Programme
key: coast
title: Coast watch
zone: Europe/Berlin
locales: [en]
params: {least: {type: int, value: 3}}
organisation_kinds: {lighthouse: {title: Lighthouse}, lightship: {title: Lightship}, harbour: {title: Harbour}}
roles:
  keeper:  {title: Keeper,  may: [cases.fill]}
  checker: {title: Checker, may: [cases.read, cases.review]}
  master:  {title: Master,  may: [cases.read, cases.review, deadlines.manage]}
  guest:   {title: Guest,   may: [cases.read]}
workflows: [log]
`;

const FORM = `
$schema: https://json-schema.org/draft/2020-12/schema
$id: log
title: Log
type: object
required: [keeper]
properties:
  keeper: {type: string, title: Keeper}
  seen_on: {type: string, format: date, title: Seen on}
  note: {type: string, title: Note}
  weather:
    type: object
    title: Weather
    properties: {wind: {type: integer, title: Wind}, rain: {type: boolean, title: Rain}}
  ships:
    type: array
    maxItems: 50
    title: Ships
    items:
      type: object
      required: [name]
      properties:
        name: {type: string, title: Name}
        flag: {type: string, title: Flag}
        tons: {type: integer, title: Tons}
`;

const WORKFLOW = `
apiVersion: formflow/v1
kind: Workflow
key: log
title: Log
subject: {form: log, per: [organisation]}
actors:
  keeper:  {role: keeper,  scope: own}
  checker: {role: checker, scope: programme, not_same_as: [keeper]}
  master:  {role: master,  scope: programme}
proxy: {by: [checker], reason: required}
exemption: {by: [master], reason: required}
deadlines:
  report:
    on: 2024-03-31
    remind: [P7D, P1D]
    grace: P3D
    late: accept_flagged
    extension: {by: master, max: P15D, reason: required}
    escalate: [{after: P1D, notify: [keeper, checker]}, {after: P7D, notify: [master]}]
  check: {within: P5WD, remind: [P1D]}
metrics: {ships: 'form.ships.size()'}
initial: open
states:
  open:
    title: Open
    rights: {keeper: {write: all}}
    deadline: report
    on:
      submit:
        kind: submit
        title: Send
        by: [keeper]
        to: sent
        require: [{expr: 'form.ships.size() >= 1', message: 'At least one ship, not {form.ships.size()}'}]
      zero: {kind: zero, title: Nothing seen, by: [keeper], to: sent, comment: required}
  sent:
    title: Sent
    rights: {keeper: {read: all}, checker: {read: all, remark: true}}
    deadline: check
    tasks: {check: {actors: [checker], claim: true}}
    on:
      withdraw:
        kind: withdraw
        title: Take back
        by: [keeper]
        to: open
        require: [{expr: '!tasks.check.claimed', message: Somebody checks it}]
      approve: {kind: approve, title: Approve, by: [checker, master], to: kept}
      return:
        kind: return
        title: Return
        by: [checker, master]
        to: open
        comment: required
        reasons: [{code: unclear, title: Unclear}, {code: other, title: Other}]
        give: P3D
  kept:
    title: Kept
    final: success
    rights: {keeper: {read: all}, checker: {read: all}, master: {read: all}}
    on:
      reopen: {kind: reopen, title: Reopen, by: [master], to: open, comment: required, give: P3D}
`;

const CALENDAR = `
apiVersion: formflow/v1
kind: Calendar
key: de
title: Germany
years:
  2024:
    holidays: [{date: 2024-01-01}, {from: 2024-03-29, to: 2024-04-01}, {date: 2024-05-01}, {from: 2024-12-25, to: 2024-12-26}]
    workdays: [2024-04-06]
`;

type Patch = Record<string, unknown>;

const isPlain = (value: unknown): value is Patch =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Definitions with parts replaced; what is set to nothing (`~`) is taken away. */
const patched = (base: Patch, patch: Patch): Patch => {
  const entries = Object.entries({ ...base, ...patch }).map(([key, value]) => {
    const before = base[key];
    const after = patch[key];
    return [key, isPlain(before) && isPlain(after) ? patched(before, after) : value] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== null));
};

const read = (text: string, patch: Patch): unknown => patched(parse(text) as Patch, patch);

/** The programme's model; YAML replaces parts of the workflow, so that a test says only what it is about. */
export const lighthouse = (workflow = '{}', programme = '{}', form = '{}'): Model => ({
  workflow: Workflow.parse(read(WORKFLOW, parse(workflow) as Patch)),
  programme: Programme.parse(read(PROGRAMME, parse(programme) as Patch)),
  form: Form.parse(read(FORM, parse(form) as Patch)),
  calendar: Calendar.parse(parse(CALENDAR)),
});

export const organisation = (id: string, more: Partial<Organisation> = {}): Organisation => ({
  id,
  code: id,
  title: `The ${id}`,
  kinds: ['lighthouse'],
  level: null,
  attributes: {},
  ancestors: [],
  relations: {},
  ...more,
});

export const TOWER = organisation('tower');
export const OFFICE = organisation('office', { kinds: ['harbour'] });

export const person = (id: string, role: string, of: Organisation | null = OFFICE): Person => ({
  id,
  name: id,
  memberships: [{ organisation: of, roles: [role] }],
});

export const ANNA = person('anna', 'keeper', TOWER);
export const BERT = person('bert', 'checker');
export const CARL = person('carl', 'checker');
export const DORA = person('dora', 'master');
export const STRANGER = person('eve', 'keeper', organisation('other'));

/** An instant of the programme's zone: `at('2024-03-31T12:00')`. */
export const at = (local: string, zone = 'Europe/Berlin'): Instant => instantOfLocal(local, zone);

export const facts = (who: Person | null, more: Partial<Facts> = {}): Facts => ({ ...NO_FACTS, person: who, ...more });

export const SHIPS = { keeper: 'Anna', ships: [{ _id: 'r1', name: 'Seeadler', flag: 'de', tons: 7 }] };

/** A case that has just been opened. */
export const aCase = (model: Model, now = at('2024-03-20T09:00'), more: Partial<Case> = {}): Case => ({
  ...openCase(model, { id: 'case', organisation: TOWER, period: null, facts: NO_FACTS }, now).case,
  ...more,
});

interface Doing {
  by: Person | null;
  when: string;
  facts?: Partial<Facts>;
}

/** Takes a step and says what came of it. */
export const does = (model: Model, current: Case, command: Command, { by, when, facts: more }: Doing): Outcome =>
  step(model, current, command, facts(by, { data: SHIPS, ...more }), at(when, model.programme.zone));

/** Takes a step that must succeed. */
export const moved = (model: Model, current: Case, command: Command, doing: Doing): Moved => {
  const outcome = does(model, current, command, doing);
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.reason} ${JSON.stringify(outcome.messages)}`);
  return outcome;
};

/** Takes a step that must be refused. */
export const refusal = (model: Model, current: Case, command: Command, doing: Doing): Refused => {
  const outcome = does(model, current, command, doing);
  if (outcome.kind === 'moved') throw new Error(`moved to ${outcome.case.state}`);
  return outcome;
};

export const act = (action: string, more: Partial<Extract<Command, { type: 'act' }>> = {}): Command => ({
  type: 'act',
  action,
  ...more,
});

/** A case that Anna has sent. */
export const aSentCase = (model: Model, when = '2024-03-28T10:00'): Case =>
  moved(model, aCase(model), act('submit'), { by: ANNA, when }).case;

type Of<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;

export const effectsOf = <Kind extends Effect['kind']>(
  { effects }: { effects: readonly Effect[] },
  kind: Kind,
): Of<Kind>[] => effects.filter((effect): effect is Of<Kind> => effect.kind === kind);

/** The lines of history, by type. */
export const linesOf = (outcome: { effects: readonly Effect[] }): string[] =>
  effectsOf(outcome, 'history').map(({ event }) => event.type);

/** Who is told what. */
export const toldOf = (outcome: { effects: readonly Effect[] }): Record<string, string[]> =>
  Object.fromEntries(effectsOf(outcome, 'notice').map(({ template, actors }) => [template, actors]));

export const deepFreeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
};
