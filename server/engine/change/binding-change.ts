import type { Binding, Programme } from '../../contract/definition/programme.ts';
import { say } from '../lint/check.ts';
import { deadlines } from './deadline-change.ts';
import { entries } from './entries.ts';
import { periods } from './period-change.ts';
import { named, shownValue } from './shown-value.ts';
import { type Tell, setting, table, text } from './telling.ts';

type Kinds = Programme['organisation_kinds'];
type Laid = NonNullable<Binding['with']>;

const laidOver = (kinds: Kinds): Tell<Laid> =>
  table<Laid>({
    title: text(say('名称', 'the title')),
    description: text(say('说明', 'the description')),
    form: setting('E', say('所用表单', 'the form')),
    audience: setting('C', say('报送范围', 'the audience')),
    periods: periods(kinds),
    deadlines: deadlines(kinds),
    params: entries({
      thing: say('参数', 'parameter'),
      added: 'B',
      removed: 'B',
      name: (_, key) => shownValue(key),
      inside: setting('B', say('值', 'the value')),
    }),
  });

const byKey = (all: readonly Binding[] | undefined): Record<string, Binding> | undefined =>
  all === undefined ? undefined : Object.fromEntries(all.map((one) => [one.as, one]));

/** Workflows that are bound again under keys of their own: each counts as a workflow. */
export const bindings =
  (kinds: Kinds): Tell<Binding[]> =>
  ({ before, after }, place) =>
    entries<Binding>({
      thing: say('套用流程', 'bound workflow'),
      added: 'C',
      removed: 'D',
      name: (one, key) => named(one.with, key),
      inside: table<Binding>({
        workflow: setting('E', say('所套用的流程', 'the workflow')),
        as: setting('E', say('代码', 'the key')),
        with: laidOver(kinds),
      }),
    })({ before: byKey(before), after: byKey(after) }, place);
