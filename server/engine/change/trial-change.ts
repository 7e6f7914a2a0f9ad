import type { Demonstration } from '../../contract/definition/demonstration.ts';
import type { Scenario } from '../../contract/definition/scenario.ts';
import { type Subject, say } from '../lint/check.ts';
import type { Change } from './change.ts';
import { list } from './list.ts';
import { inBoth } from './shown-value.ts';
import { type Pair, table, text } from './telling.ts';

/** Scenarios and demonstrations: they try rules out and touch no case. */

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
