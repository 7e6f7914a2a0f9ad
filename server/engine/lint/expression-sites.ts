import type { Field } from '../../contract/definition/field.ts';
import type { Form } from '../../contract/definition/form.ts';
import type { Workflow } from '../../contract/definition/workflow.ts';
import type { LocalText } from '../../contract/text.ts';
import type { Place } from '../environment.ts';
import type { ValueType } from '../expression-type.ts';
import type { Model } from '../model.ts';
import type { Path, Subject } from './check.ts';
import { dueRulesOf } from './deadlines.ts';
import { type Dossier, modelsOf } from './dossier.ts';
import { rosterOfContest } from './contest.ts';
import { startByPeople } from '../start-rule.ts';
import { fieldsIn, groupsIn } from './form-walk.ts';
import { tasksOf } from './judging.ts';

/** Every expression of a programme's definitions, with the place that decides which names it knows. */

type Is = ValueType['is'];

export interface ExpressionAt {
  of: Subject;
  path: Path;
  text: string;
  place: Place;
  expected?: readonly Is[];
  model: Model;
  /** It stands in braces inside a text for people. */
  inText?: boolean;
}

type Bare = Omit<ExpressionAt, 'of' | 'model'>;

const BOOL: readonly Is[] = ['bool'];
const TIME: readonly Is[] = ['date', 'instant'];
/** What a text for people can show. */
const SHOWN: readonly Is[] = ['text', 'bool', 'int', 'decimal', 'date', 'instant'];

const BRACES = /\{([^{}]*)\}/g;

/** The expressions in braces of a text, language by language. */
const inBraces = (text: LocalText | undefined, path: Path, place: Place): Bare[] => {
  if (text === undefined) return [];
  const texts: [Path, string][] =
    typeof text === 'string' ? [[path, text]] : Object.entries(text).map(([tag, one]) => [[...path, tag], one]);
  return texts.flatMap(([at, one]) =>
    [...one.matchAll(BRACES)].map(([, inner = '']) => ({
      path: at,
      text: inner,
      place,
      expected: SHOWN,
      inText: true,
    })),
  );
};

const ACTION: Place = { at: 'action' };

const inStates = (workflow: Workflow): Bare[] =>
  Object.entries(workflow.states).flatMap(([state, { on }]) =>
    Object.entries(on ?? {}).flatMap(([key, { to, require = [], set = {} }]): Bare[] => {
      const path = ['states', state, 'on', key];
      return [
        ...require.flatMap(({ expr, message }, index): Bare[] => [
          { path: [...path, 'require', index, 'expr'], text: expr, place: ACTION, expected: BOOL },
          ...inBraces(message, [...path, 'require', index, 'message'], ACTION),
        ]),
        ...(typeof to === 'string' ? [] : to).flatMap(({ when }, index): Bare[] =>
          when === undefined
            ? []
            : [{ path: [...path, 'to', index, 'when'], text: when, place: ACTION, expected: BOOL }],
        ),
        ...Object.entries(set).map(([field, text]): Bare => ({ path: [...path, 'set', field], text, place: ACTION })),
      ];
    }),
  );

const inRights = (workflow: Workflow, form: Form): Bare[] => {
  const rosters = fieldsIn(form).filter(({ field }) => field.items?.properties !== undefined);
  return Object.entries(workflow.states).flatMap(([state, { rights }]) =>
    Object.entries(rights ?? {}).flatMap(([actor, right]) =>
      Object.entries(right).flatMap(([kind, area]): Bare[] => {
        if (typeof area !== 'object' || area.rows === undefined) return [];
        const named = [...(area.sections ?? []), ...(area.fields ?? [])];
        const text = area.rows;
        return rosters
          .filter(({ key, name }) => named.length === 0 || named.includes(key) || named.includes(name))
          .map(({ key }) => ({
            path: ['states', state, 'rights', actor, kind, 'rows'],
            text,
            place: { at: 'rights-row', roster: key },
            expected: BOOL,
          }));
      }),
    ),
  );
};

const inTasks = (workflow: Workflow): Bare[] =>
  tasksOf(workflow).flatMap(({ path, rule: { except, for_each: roster = '' } }): Bare[] =>
    except === undefined
      ? []
      : [{ path: [...path, 'except'], text: except, place: { at: 'task', roster }, expected: BOOL }],
  );

const inDeadlines = (workflow: Workflow): Bare[] =>
  Object.entries(workflow.deadlines ?? {}).flatMap(([key, deadline]) =>
    dueRulesOf(deadline, ['deadlines', key]).flatMap(({ path, rule }): Bare[] => [
      ...(rule.at === undefined
        ? []
        : [{ path: [...path, 'at'], text: rule.at, place: { at: 'deadline' as const }, expected: TIME }]),
      ...(rule.from === undefined
        ? []
        : [{ path: [...path, 'from'], text: rule.from, place: { at: 'deadline' as const }, expected: TIME }]),
    ]),
  );

const SETTLE: Place = { at: 'settle' };

const inSettle = ({ settle }: Workflow): Bare[] =>
  (settle?.require ?? []).flatMap(({ expr, message }, index): Bare[] => [
    { path: ['settle', 'require', index, 'expr'], text: expr, place: SETTLE, expected: BOOL },
    ...inBraces(message, ['settle', 'require', index, 'message'], SETTLE),
  ]);

const START: Place = { at: 'start' };

const inStart = (workflow: Workflow): Bare[] =>
  (startByPeople(workflow)?.require ?? []).flatMap(({ expr, message }, index): Bare[] => [
    { path: ['start', 'require', index, 'expr'], text: expr, place: START, expected: BOOL },
    ...inBraces(message, ['start', 'require', index, 'message'], START),
  ]);

const inQuotas = ({ quotas }: Workflow): Bare[] =>
  Object.entries(quotas ?? {}).flatMap(([key, { where, max, message }]): Bare[] => [
    ...(where === undefined
      ? []
      : [{ path: ['quotas', key, 'where'], text: where, place: { at: 'quota' as const }, expected: BOOL }]),
    ...(typeof max === 'number'
      ? []
      : [{ path: ['quotas', key, 'max'], text: max, place: { at: 'quota-max' as const }, expected: AMOUNT }]),
    ...inBraces(message, ['quotas', key, 'message'], ACTION),
  ]);

const WHOLE: readonly Is[] = ['int'];
const AMOUNT: readonly Is[] = ['int', 'decimal'];

const inContest = (workflow: Workflow, form: Form): Bare[] => {
  const { ballots, ranking, budget, draw } = workflow;
  const numbers = Object.entries(ballots ?? {}).flatMap(([key, { choose }]) =>
    (['min', 'max'] as const).map((word): [Path, string | number | undefined] => [
      ['ballots', key, 'choose', word],
      choose[word],
    ]),
  );
  const roster = rosterOfContest(workflow, form);
  return [
    ...numbers.flatMap(([path, text]): Bare[] =>
      typeof text === 'string' ? [{ path, text, place: { at: 'ballot' }, expected: WHOLE }] : [],
    ),
    ...(roster === null ? [] : (ranking?.ties ?? [])).flatMap((tie, index): Bare[] =>
      'expr' in tie && roster !== null
        ? [
            {
              path: ['ranking', 'ties', index, 'expr'],
              text: tie.expr,
              place: { at: 'ranking', roster },
              expected: AMOUNT,
            },
          ]
        : [],
    ),
    ...(draw === undefined || roster === null
      ? []
      : (['weight', 'cost'] as const).map((word): Bare => ({
          path: ['draw', word],
          text: draw[word],
          place: { at: 'ranking', roster },
          expected: word === 'weight' ? WHOLE : AMOUNT,
        }))),
    ...(draw === undefined
      ? []
      : [{ path: ['draw', 'budget'], text: draw.budget, place: { at: 'ballot' as const }, expected: AMOUNT }]),
    ...(budget === undefined
      ? []
      : [{ path: ['budget'], text: budget, place: { at: 'ballot' as const }, expected: AMOUNT }]),
  ];
};

const inGather = ({ gather }: Workflow): Bare[] =>
  gather?.where === undefined
    ? []
    : [{ path: ['gather', 'where'], text: gather.where, place: { at: 'gather' }, expected: BOOL }];

const inWorkflow = ({ workflow, form }: Model): Bare[] => {
  const where = workflow.subject.audience?.where;
  return [
    ...(where === undefined
      ? []
      : [{ path: ['subject', 'audience', 'where'], text: where, place: { at: 'audience' as const }, expected: BOOL }]),
    ...inDeadlines(workflow),
    ...Object.entries(workflow.metrics ?? {}).map(([key, text]): Bare => ({
      path: ['metrics', key],
      text,
      place: { at: 'metric' },
    })),
    ...inSettle(workflow),
    ...inStart(workflow),
    ...inQuotas(workflow),
    ...inGather(workflow),
    ...inContest(workflow, form),
    ...inStates(workflow),
    ...inRights(workflow, form),
    ...inTasks(workflow),
    ...Object.entries(workflow.messages ?? {}).flatMap(([key, text]) =>
      inBraces(text, ['messages', key], { at: 'message' }),
    ),
  ];
};

const placeOf = (roster: string | null): Place => (roster === null ? { at: 'form' } : { at: 'row', roster });

const computedTypes = (field: Field): { expected?: readonly Is[] } => {
  switch (field.type) {
    case 'integer':
      return { expected: ['int'] };
    case 'number':
      return { expected: ['int', 'decimal'] };
    case 'boolean':
      return { expected: BOOL };
    case 'string':
      return { expected: field.format === 'date' ? ['date'] : field.format === 'date-time' ? ['instant'] : ['text'] };
    case 'array':
    case 'object':
    case undefined:
      return {};
  }
};

const inField = (field: Field, path: Path, roster: string | null): Bare[] => {
  const given = field['x-options'];
  const sources = given === undefined ? [] : [given].flat();
  return [
    ...(field['x-computed'] === undefined
      ? []
      : [
          { path: [...path, 'x-computed'], text: field['x-computed'], place: placeOf(roster), ...computedTypes(field) },
        ]),
    ...sources.flatMap((source, index): Bare[] =>
      typeof source === 'string' || source.where === undefined
        ? []
        : [
            {
              path: [...path, 'x-options', ...(Array.isArray(given) ? [index] : []), 'where'],
              text: source.where,
              place: { at: 'option', table: source.table },
              expected: BOOL,
            },
          ],
    ),
    ...inBraces(field['x-file']?.name, [...path, 'x-file', 'name'], placeOf(roster)),
  ];
};

const inForm = (form: Form): Bare[] => [
  ...groupsIn(form).flatMap(({ group, path, roster }) =>
    (group['x-rules'] ?? []).flatMap(({ expr, message }, index): Bare[] => [
      { path: [...path, 'x-rules', index, 'expr'], text: expr, place: placeOf(roster), expected: BOOL },
      ...inBraces(message, [...path, 'x-rules', index, 'message'], placeOf(roster)),
    ]),
  ),
  // A list's choices stand in its items; they belong to the same place as the list.
  ...fieldsIn(form).flatMap(({ field, path, roster }) => [
    ...inField(field, path, roster),
    ...(field.items === undefined || field.items.properties !== undefined
      ? []
      : inField(field.items, [...path, 'items'], roster)),
  ]),
];

const known = new WeakMap<Dossier, ExpressionAt[]>();

/** Every expression that can be checked: those of workflows whose form could be read, and of these forms. */
export const expressionsOf = (dossier: Dossier): ExpressionAt[] => {
  const found =
    known.get(dossier) ??
    [...modelsOf(dossier).values()].flatMap((model): ExpressionAt[] => [
      ...inWorkflow(model).map((bare): ExpressionAt => ({
        ...bare,
        of: { kind: 'Workflow', key: model.workflow.key },
        model,
      })),
      ...inForm(model.form).map((bare): ExpressionAt => ({
        ...bare,
        of: { kind: 'Form', key: model.form.$id },
        model,
      })),
    ]);
  known.set(dossier, found);
  return found;
};
