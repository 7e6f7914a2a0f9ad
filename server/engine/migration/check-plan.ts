import type { Form } from '../../contract/definition/form.ts';
import type { Migration } from '../../contract/definition/migration.ts';
import type { FindingText } from '../../contract/finding.ts';
import { lookup } from '../data.ts';
import { compileIn } from '../environment-evaluate.ts';
import { didYouMean } from '../expression-suggest.ts';
import { nature } from '../lint/against.ts';
import { say, type Path } from '../lint/check.ts';
import { type FieldAt, fieldsIn } from '../lint/form-walk.ts';
import type { Model } from '../model.ts';
import type { Occupied } from './propose.ts';

/** What is wrong with a plan, and where in its text. */
export interface PlanFault {
  code: string;
  path: Path;
  message: FindingText;
  suggestion?: FindingText | undefined;
}

/** A plan with the two versions that it leads between. */
export interface PlanToCheck {
  plan: Migration;
  before: Model;
  after: Model;
  versions: { from: number; to: number };
  /** Where the cases stand that it means. */
  occupied: readonly Occupied[];
}

/** Everything that is wrong with a plan; one with which nothing is wrong leads every case that it means to a place. */
export const checkPlan = (checked: PlanToCheck): PlanFault[] => [
  ...wrongVersions(checked),
  ...wrongSelect(checked),
  ...wrongStates(checked),
  ...homeless(checked),
  ...wrongTasks(checked),
  ...wrongMoves(checked),
];

const instead = (name: string, known: readonly string[]): FindingText => {
  const meant = didYouMean(name, known);
  if (meant !== undefined) return say(`是否要写“${meant}”？`, `Did you mean "${meant}"?`);
  const some = known.slice(0, 12);
  return say(`可用：${some.join('、')}`, `Known: ${some.join(', ')}`);
};

interface Name {
  code: string;
  path: Path;
  name: string;
  thing: FindingText;
  known: readonly string[];
}

const unknown = ({ code, path, name, thing, known }: Name): PlanFault[] =>
  known.includes(name)
    ? []
    : [
        {
          code,
          path,
          message: say(`没有名为“${name}”的${thing['zh-CN']}`, `There is no ${thing.en} "${name}"`),
          suggestion: instead(name, known),
        },
      ];

const wrongVersions = ({ plan, versions }: PlanToCheck): PlanFault[] =>
  (['from', 'to'] as const).flatMap((word) =>
    plan[word] === versions[word]
      ? []
      : [
          {
            code: 'plan-of-another-version',
            path: [word],
            message: say(
              `此方案的 ${word} 是第 ${plan[word]} 版，但现在要从第 ${versions.from} 版转到第 ${versions.to} 版`,
              `The plan says ${word} version ${plan[word]}, but cases go from version ${versions.from} to version ${versions.to}`,
            ),
            suggestion: say(`请写 ${word}: ${versions[word]}`, `Write ${word}: ${versions[word]}`),
          },
        ],
  );

const wrongSelect = ({ plan: { select }, before }: PlanToCheck): PlanFault[] => {
  if (select === undefined) return [];
  const compiled = compileIn(before, { place: { at: 'select' }, text: select, expected: ['bool'] });
  if (compiled.ok) return [];
  return compiled.problems.map(({ message }) => ({ code: 'expression', path: ['select'], message: { ...message } }));
};

const BEFORE = say('环节（旧版本）', 'state of the old version');
const AFTER = say('环节（新版本）', 'state of the new version');

const wrongStates = ({ plan, before, after, occupied }: PlanToCheck): PlanFault[] => {
  const old = [...new Set([...Object.keys(before.workflow.states), ...occupied.map(({ state }) => state)])];
  const next = Object.keys(after.workflow.states);
  return Object.entries(plan.states ?? {}).flatMap(([from, to]) => {
    const path = ['states', from];
    return [
      ...unknown({ code: 'unknown-state', path, name: from, thing: BEFORE, known: old }),
      ...unknown({ code: 'unknown-state', path, name: to, thing: AFTER, known: next }),
    ];
  });
};

const homeless = ({ plan, after, occupied }: PlanToCheck): PlanFault[] =>
  occupied
    .filter(({ state }) => !Object.hasOwn(after.workflow.states, state) && lookup(plan.states, state) === undefined)
    .map(({ state, cases }) => ({
      code: 'unmapped-state',
      path: ['states'],
      message: say(
        `环节“${state}”有 ${cases} 个办理中的事项，新版本没有这个环节，方案也没有写去向`,
        `${cases} running cases stand in the state "${state}", which the new version does not have; the plan does not say where they go`,
      ),
      suggestion: say(`请在 states 下写 ${state}: <新环节>`, `Write ${state}: <new state> under states`),
    }));

const wrongTasks = ({ plan, before, after }: PlanToCheck): PlanFault[] => {
  const old = Object.values(before.workflow.states).flatMap(({ tasks }) => Object.keys(tasks ?? {}));
  const next = Object.entries(after.workflow.states).flatMap(([state, { tasks }]) =>
    Object.keys(tasks ?? {}).map((task) => `${state}.${task}`),
  );
  return Object.entries(plan.tasks ?? {}).flatMap(([task, { to }]) => [
    ...unknown({
      code: 'unknown-task',
      path: ['tasks', task],
      name: task,
      thing: say('待办（旧版本）', 'task of the old version'),
      known: old,
    }),
    ...unknown({
      code: 'unknown-task',
      path: ['tasks', task, 'to'],
      name: to,
      thing: say('待办（新版本）', 'task of the new version'),
      known: next,
    }),
  ]);
};

const wrongMoves = ({ plan, before, after }: PlanToCheck): PlanFault[] =>
  (plan.fields ?? []).flatMap(({ move }, index) =>
    Object.entries(move).flatMap(([from, to]) =>
      wrongMove({ path: ['fields', index, 'move', from], from, to }, before.form, after.form),
    ),
  );

const fieldNames = (form: Form): Map<string, FieldAt> => new Map(fieldsIn(form).map((at) => [at.name, at]));

const wrongMove = (
  { path, from, to }: { path: Path; from: string; to: string },
  before: Form,
  after: Form,
): PlanFault[] => {
  const [old, next] = [fieldNames(before), fieldNames(after)];
  const names = [
    { name: from, thing: say('字段（旧版本）', 'field of the old version'), known: [...old.keys()] },
    { name: to, thing: say('字段（新版本）', 'field of the new version'), known: [...next.keys()] },
  ].flatMap((name) => unknown({ code: 'unknown-field', path, ...name }));
  const [source, target] = [old.get(from), next.get(to)];
  if (source === undefined || target === undefined) return names;
  return [...otherNature(path, source, target), ...acrossRosters(path, source, target)];
};

const otherNature = (path: Path, { field: from }: FieldAt, { field: to }: FieldAt): PlanFault[] =>
  nature(from) === nature(to)
    ? []
    : [
        {
          code: 'field-retyped',
          path,
          message: say(
            `两个字段的类型不同（${nature(from)} 与 ${nature(to)}），内容不能直接转移`,
            `The two fields hold different things (${nature(from)} and ${nature(to)}); values cannot go from one to the other`,
          ),
        },
      ];

/** A value stays in its row. */
const acrossRosters = (path: Path, from: FieldAt, to: FieldAt): PlanFault[] =>
  from.roster === to.roster
    ? []
    : [
        {
          code: 'move-across-rosters',
          path,
          message: say(
            '内容只能在同一明细表的同一行内转移',
            'Values stay in their row: both fields must be of the same roster',
          ),
        },
      ];
