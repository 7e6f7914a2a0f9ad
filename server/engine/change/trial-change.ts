import type { Demonstration } from '../../contract/definition/demonstration.ts';
import type { Migration } from '../../contract/definition/migration.ts';
import type { Scenario } from '../../contract/definition/scenario.ts';
import { type Subject, say } from '../lint/check.ts';
import type { Change } from './change.ts';
import { list } from './list.ts';
import { inBoth } from './shown-value.ts';
import { type Pair, table, text } from './telling.ts';

/** Scenarios, demonstrations and stored plans: they touch no case by themselves. */

const SCENARIO = table<Scenario>({
  apiVersion: text(say('语言版本', 'the version of the language')),
  kind: text(say('种类', 'the kind')),
  key: text(say('代码', 'the key')),
  title: text(say('名称', 'the title')),
  workflow: text(say('所试的流程', 'the workflow')),
  given: text(say('前提', 'what is given')),
  steps: list({ thing: say('步骤', 'step'), grade: 'A' }),
});

export const scenarioChanges = (of: Subject, pair: Pair<Scenario>): Change[] =>
  SCENARIO(pair, { of, path: [], name: inBoth((pair.before ?? pair.after)?.title ?? of.key) });

const DEMONSTRATION = table<Demonstration>({
  apiVersion: text(say('语言版本', 'the version of the language')),
  kind: text(say('种类', 'the kind')),
  key: text(say('代码', 'the key')),
  title: text(say('名称', 'the title')),
  now: text(say('开始时间', 'the time at which it begins')),
  organisations: list({ thing: say('单位', 'organisation'), grade: 'A' }),
  accounts: text(say('账号', 'the accounts')),
  steps: list({ thing: say('步骤', 'step'), grade: 'A' }),
});

export const demonstrationChanges = (of: Subject, pair: Pair<Demonstration>): Change[] =>
  DEMONSTRATION(pair, { of, path: [], name: inBoth((pair.before ?? pair.after)?.title ?? of.key) });

const MIGRATION = table<Migration>({
  apiVersion: text(say('语言版本', 'the version of the language')),
  kind: text(say('种类', 'the kind')),
  key: text(say('代码', 'the key')),
  title: text(say('名称', 'the title')),
  workflow: text(say('流程', 'the workflow')),
  from: text(say('原版本', 'the version before')),
  to: text(say('新版本', 'the version after')),
  select: text(say('所选事项', 'the cases selected')),
  states: text(say('环节对应', 'the mapping of states')),
  tasks: text(say('任务对应', 'the mapping of tasks')),
  fields: list({ thing: say('内容迁移', 'move of values'), grade: 'A' }),
  deadlines: text(say('截止时间', 'the due dates')),
});

export const migrationChanges = (of: Subject, pair: Pair<Migration>): Change[] =>
  MIGRATION(pair, { of, path: [], name: inBoth((pair.before ?? pair.after)?.title ?? of.key) });
