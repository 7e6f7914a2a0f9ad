import type { Programme, Role } from '../../contract/definition/programme.ts';
import { type Subject, say } from '../lint/check.ts';
import { bindings } from './binding-change.ts';
import type { Change } from './change.ts';
import { entries } from './entries.ts';
import { list } from './list.ts';
import { params } from './param-change.ts';
import { inBoth, shownValue } from './shown-value.ts';
import { tables } from './table-change.ts';
import { type Pair, type Tell, setting, table, text } from './telling.ts';

type Titled = Programme['organisation_kinds'][string];
type Amounts = NonNullable<Programme['money']>;

const TITLED = table<Titled>({ title: text(say('名称', 'the title')) });

const amounts = entries<Amounts[string]>({
  thing: say('经费', 'amount'),
  added: 'B',
  removed: 'B',
  name: (_, key) => shownValue(key),
  inside: setting('B', say('数额', 'the value')),
});

const programme = (kinds: Programme['organisation_kinds']): Tell<Programme> =>
  table<Programme>({
    apiVersion: text(say('语言版本', 'the version of the language')),
    kind: text(say('种类', 'the kind')),
    key: setting('E', say('代码', 'the key')),
    title: text(say('名称', 'the title')),
    notice: text(say('通知', 'the notice')),
    zone: setting('B', say('时区', 'the time zone')),
    calendar: setting('B', say('日历', 'the calendar')),
    locales: text(say('语言', 'the languages')),
    params,
    organisation_kinds: entries<Titled>({
      thing: say('单位类型', 'kind of organisation'),
      added: 'C',
      removed: 'C',
      inside: TITLED,
    }),
    relations: entries<Titled>({ thing: say('单位关系', 'relation'), added: 'C', removed: 'C', inside: TITLED }),
    roles: entries<Role>({
      thing: say('角色', 'role'),
      added: 'C',
      removed: 'C',
      inside: table<Role>({
        title: text(say('名称', 'the title')),
        may: list({ thing: say('权限', 'permission'), grade: 'C' }),
      }),
    }),
    tables,
    money: amounts,
    quiet_hours: setting('B', say('免打扰时段', 'the quiet hours')),
    workflows: list({ thing: say('流程', 'workflow'), grade: 'C' }),
    uses: bindings(kinds),
  });

/** Everything that differs between two versions of a programme. */
export const programmeChanges = (of: Subject, pair: Pair<Programme>): Change[] =>
  programme({ ...pair.before?.organisation_kinds, ...pair.after?.organisation_kinds })(pair, {
    of,
    path: [],
    name: inBoth((pair.before ?? pair.after)?.title ?? of.key),
  });
