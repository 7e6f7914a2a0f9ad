import type { Actor, Right, RoleActor } from '../../contract/definition/actor.ts';
import type { Programme } from '../../contract/definition/programme.ts';
import { say } from '../lint/check.ts';
import { entries } from './entries.ts';
import { list } from './list.ts';
import { named, oneOf, shownValue } from './shown-value.ts';
import { type Tell, setting, table, text } from './telling.ts';

const SCOPES = {
  own: say('本单位', 'the own organisation'),
  programme: say('整个方案', 'the whole programme'),
  public: say('所有人', 'everybody'),
  subtree: say('本单位及下级', 'the own organisation and those under it'),
  siblings: say('同级单位', 'organisations beside the own'),
};

const rule = (zh: string, en: string, show = shownValue): Tell<unknown> => setting('C', say(zh, en), show);

const roleOf =
  (roles: Programme['roles']) =>
  (value: unknown): ReturnType<typeof say> =>
    typeof value === 'string' ? named(roles[value], value) : shownValue(value);

/** All that any sort of actor says, because one sort may become another. */
type AnyActor = RoleActor & { for: Record<string, RoleActor>; person: string };

const actor = (programme: Programme): Tell<Actor> => {
  const role = {
    role: rule('角色', 'the role', roleOf(programme.roles)),
    scope: rule('范围', 'the scope', oneOf(SCOPES)),
    title: text(say('名称', 'the title')),
    not_same_as: list({ thing: say('回避对象', 'person that it must not be'), grade: 'C' }),
  };
  return table<AnyActor>({
    ...role,
    person: rule('指定人员的填写项', 'the field that names the person'),
    for: entries<RoleActor>({
      thing: say('适用于', 'for'),
      added: 'C',
      removed: 'C',
      order: 'C',
      name: (_, key) => named(programme.organisation_kinds[key], key),
      inside: table<RoleActor>(role),
    }),
  }) as Tell<Actor>;
};

/** Who takes part in a workflow. */
export const actors = (programme: Programme): Tell<Readonly<Record<string, Actor>>> =>
  entries<Actor>({ thing: say('参与者', 'actor'), added: 'C', removed: 'C', inside: actor(programme) });

const AREAS = { all: say('全部', 'everything'), queried: say('有批注处', 'what remarks are open on') };

const RIGHT = table<Right>({
  read: rule('可看', 'what it reads', oneOf(AREAS)),
  write: rule('可填', 'what it writes', oneOf(AREAS)),
  remark: rule('可批注', 'what it remarks on', oneOf(AREAS)),
  hide_until: rule('独立评审前隐藏他人意见', 'hiding what others judged'),
});

/** Who sees and writes what in a state. */
export const rights = (named_: Readonly<Record<string, Actor>>): Tell<Readonly<Record<string, Right>>> =>
  entries<Right>({
    thing: say('权限', 'the rights of'),
    added: 'C',
    removed: 'C',
    name: (_, key) => named(named_[key], key),
    inside: RIGHT,
  });
