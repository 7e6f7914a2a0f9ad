import type { Calendar } from '../../contract/definition/calendar.ts';
import type { Demonstration } from '../../contract/definition/demonstration.ts';
import type { Form } from '../../contract/definition/form.ts';
import type { Migration } from '../../contract/definition/migration.ts';
import type { Programme } from '../../contract/definition/programme.ts';
import type { Scenario } from '../../contract/definition/scenario.ts';
import type { Workflow } from '../../contract/definition/workflow.ts';
import type { FindingText } from '../../contract/finding.ts';
import { type Subject, say } from '../lint/check.ts';
import { calendarChanges } from './calendar-change.ts';
import type { Change } from './change.ts';
import { formChanges } from './form-change.ts';
import { programmeChanges } from './programme-change.ts';
import { named } from './shown-value.ts';
import { type Pair, same } from './telling.ts';
import { demonstrationChanges, migrationChanges, scenarioChanges } from './trial-change.ts';
import { workflowChanges } from './workflow-change.ts';

type Definition = Programme | Form | Workflow | Calendar | Scenario | Demonstration | Migration;

/** A definition before and after, as values; undefined where it is new. `programme` is the one it will stand in. */
export interface ChangedDefinition extends Pair<Definition> {
  of: Subject;
  programme: Programme;
}

const THINGS: Record<Subject['kind'], FindingText> = {
  Programme: say('工作方案', 'programme'),
  Form: say('表单', 'form'),
  Workflow: say('流程', 'workflow'),
  Calendar: say('日历', 'calendar'),
  Scenario: say('试演', 'scenario'),
  Demonstration: say('演示', 'demonstration'),
  Migration: say('衔接方案', 'migration plan'),
};

const called = ({ of, before, after }: ChangedDefinition): FindingText => {
  const thing = THINGS[of.kind];
  const title = (before ?? after)?.title;
  const name = named({ title }, of.key);
  return say(`${thing['zh-CN']}${name['zh-CN']}`, `${thing.en} ${name.en}`);
};

const TOUCH_NO_CASE: readonly Subject['kind'][] = ['Scenario', 'Demonstration', 'Migration'];

const inside = ({ of, before, after, programme }: ChangedDefinition): Change[] => {
  switch (of.kind) {
    case 'Programme':
      return programmeChanges(of, { before, after } as Pair<Programme>);
    case 'Form':
      return formChanges(of, { before, after } as Pair<Form>);
    case 'Workflow':
      return workflowChanges(of, { before, after } as Pair<Workflow>, programme);
    case 'Calendar':
      return calendarChanges(of, { before, after } as Pair<Calendar>);
    case 'Scenario':
      return scenarioChanges(of, { before, after } as Pair<Scenario>);
    case 'Demonstration':
      return demonstrationChanges(of, { before, after } as Pair<Demonstration>);
    case 'Migration':
      return migrationChanges(of, { before, after } as Pair<Migration>);
  }
};

/** The difference between two versions of a definition, a sentence each; empty only where they say the same. */
export const definitionChanges = (changed: ChangedDefinition): Change[] => {
  const { of, before, after } = changed;
  if (same(before, after)) return [];
  const name = called(changed);
  const whole = (words: FindingText): Change[] => [
    { of, class: TOUCH_NO_CASE.includes(of.kind) ? 'A' : 'C', path: [], words },
  ];
  if (before === undefined) return whole(say(`新增${name['zh-CN']}`, `${name.en} is new`));
  if (after === undefined) return whole(say(`删去${name['zh-CN']}`, `${name.en} is gone`));
  const told = inside(changed);
  return told.length > 0 ? told : [rewritten(changed)];
};

/** The line on a text that is written in another way and says the same. */
export const rewritten = (changed: ChangedDefinition): Change => {
  const name = called(changed);
  const words = say(
    `${name['zh-CN']}：只有注释、次序或写法有改动`,
    `${name.en}: only comments, order or spelling changed`,
  );
  return { of: changed.of, class: 'A', path: [], words };
};
