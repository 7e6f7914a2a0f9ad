import type { Programme } from '../../contract/definition/programme.ts';
import type { Workflow } from '../../contract/definition/workflow.ts';
import { type Subject, say } from '../lint/check.ts';
import { actors } from './actor-change.ts';
import { requirements } from './action-change.ts';
import type { Change } from './change.ts';
import { deadlines } from './deadline-change.ts';
import { entries } from './entries.ts';
import { marks, matters } from './judging-change.ts';
import { params } from './param-change.ts';
import { periods } from './period-change.ts';
import { inBoth, shownLength, shownValue } from './shown-value.ts';
import { quotas, starts } from './start-change.ts';
import { shownState, statesOf } from './state-change.ts';
import { type Pair, type Tell, setting, table, text } from './telling.ts';

type Subjects = Workflow['subject'];
type Settle = NonNullable<Workflow['settle']>;

const subject = table<Subjects>({
  form: setting('E', say('所用表单', 'the form')),
  per: setting('D', say('报送对象', 'for whom and when a case is')),
  audience: setting('C', say('报送范围', 'the audience')),
});

const rule = (zh: string, en: string, show = shownValue): Tell<unknown> => setting('C', say(zh, en), show);

const settle = table<Settle>({
  after: rule('考核等待时间', 'how long the settlement waits', shownLength),
  require: requirements,
  on_fail: rule('考核不达标时', 'what follows where it is not met'),
});

/** Everything that differs between two versions of a workflow; titles of kinds and roles are the programme's. */
export const workflowChanges = (of: Subject, pair: Pair<Workflow>, programme: Programme): Change[] => {
  const workflow = table<Workflow>({
    apiVersion: text(say('语言版本', 'the version of the language')),
    kind: text(say('种类', 'the kind')),
    key: setting('E', say('代码', 'the key')),
    title: text(say('名称', 'the title')),
    description: text(say('说明', 'the description')),
    subject,
    start: starts,
    quotas,
    params: params,
    actors: actors(programme),
    proxy: rule('代填', 'filling in for others'),
    exemption: rule('免报', 'exemption'),
    periods: periods(programme.organisation_kinds),
    deadlines: deadlines(programme.organisation_kinds),
    metrics: entries<string>({
      thing: say('统计量', 'metric'),
      added: 'C',
      removed: 'C',
      name: (_, key) => shownValue(key),
      inside: setting('C', say('算法', 'the formula')),
    }),
    settle,
    gather: rule('汇集范围', 'what it gathers'),
    draw: rule('抽签办法', 'the draw'),
    // An election that was sealed keeps its own.
    ballots: rule('投票', 'the ballots'),
    marks,
    matters,
    ranking: rule('排名办法', 'the ranking'),
    places: rule('奖项', 'the places'),
    unfilled: rule('空缺名额', 'what becomes of empty places'),
    budget: rule('奖金预算', 'the budget of the places'),
    initial: setting('D', say('起始环节', 'the first state'), shownState(pair)),
    states: statesOf(pair),
    messages: text(say('通知用语', 'the messages')),
  });
  return workflow(pair, { of, path: [], name: inBoth((pair.before ?? pair.after)?.title ?? of.key) });
};
