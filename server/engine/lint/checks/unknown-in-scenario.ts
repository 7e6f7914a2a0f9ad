import type { ScenarioStep } from '../../../contract/definition/scenario.ts';
import type { Workflow } from '../../../contract/definition/workflow.ts';
import type { FindingText } from '../../../contract/finding.ts';
import { periodsFor } from '../../period.ts';
import {
  type Check,
  type Path,
  type Reference,
  type Remark,
  type Subject,
  referencesIn,
  say,
  unknownAmong,
} from '../check.ts';
import type { Dossier } from '../dossier.ts';

interface Names {
  thing: FindingText;
  known: readonly string[];
  references: Reference[];
}

const one = (name: string | undefined, path: Path): Reference[] => (name === undefined ? [] : [{ path, name }]);

const actionsOf = ({ states }: Workflow): string[] => [
  ...new Set(Object.values(states).flatMap(({ on }) => Object.keys(on ?? {}).filter((key) => !key.startsWith('@')))),
];

const namesOf = (
  dossier: Dossier,
  workflow: Workflow,
  steps: readonly { step: ScenarioStep; path: Path }[],
): Names[] => {
  const calendar = dossier.calendars.get(dossier.programme.calendar ?? '') ?? null;
  const kinds = Object.keys(dossier.programme.organisation_kinds);
  const collect = (from: (step: ScenarioStep, path: Path) => Reference[]): Reference[] =>
    steps.flatMap(({ step, path }) => from(step, path));
  return [
    {
      thing: say('操作', 'action'),
      known: actionsOf(workflow),
      references: collect((step, path) => one(step.do, [...path, 'do'])),
    },
    {
      thing: say('参与者', 'actor'),
      known: Object.keys(workflow.actors),
      references: collect((step, path) => [
        ...one(step.as, [...path, 'as']),
        ...referencesIn(step.expect?.notified, [...path, 'expect', 'notified']),
      ]),
    },
    {
      thing: say('环节', 'state'),
      known: Object.keys(workflow.states),
      references: collect((step, path) => one(step.expect?.state, [...path, 'expect', 'state'])),
    },
    {
      thing: say('期限', 'deadline'),
      known: Object.keys(workflow.deadlines ?? {}),
      references: collect((step, path) => one(step.extend?.deadline, [...path, 'extend', 'deadline'])),
    },
    {
      thing: say('待办', 'task'),
      known: Object.values(workflow.states).flatMap(({ tasks }) => Object.keys(tasks ?? {})),
      references: collect((step, path) => [
        ...one(step.claim, [...path, 'claim']),
        ...one(step.finish, [...path, 'finish']),
        ...one(step.recuse, [...path, 'recuse']),
      ]),
    },
    {
      thing: say('附带事项', 'matter'),
      known: Object.keys(workflow.matters ?? {}),
      references: collect((step, path) => [
        ...one(step.open, [...path, 'open']),
        ...one(step.close, [...path, 'close']),
      ]),
    },
    {
      thing: say('指标（metrics）', 'metric'),
      known: Object.keys(workflow.metrics ?? {}),
      references: collect((step, path) =>
        Object.keys(step.expect?.metrics ?? {}).map((name) => ({ path: [...path, 'expect', 'metrics', name], name })),
      ),
    },
    {
      thing: say('标记', 'mark'),
      known: [
        ...(workflow.settle === undefined ? [] : [workflow.settle.on_fail.mark]),
        ...Object.entries(workflow.quotas ?? {}).flatMap(([key, quota]) => (quota.on_exceed === 'mark' ? [key] : [])),
      ],
      references: collect((step, path) => referencesIn(step.expect?.marks, [...path, 'expect', 'marks'])),
    },
    {
      thing: say('周期', 'period'),
      known: [...new Set(kinds.flatMap((kind) => periodsFor(workflow, [kind], calendar).map(({ key }) => key)))],
      references: collect((step, path) => one(step.period, [...path, 'period'])),
    },
  ];
};

/** Names in a scenario that its workflow does not have: a misspelt one would test nothing. */
export const unknownInScenario: Check = {
  code: 'unknown-in-scenario',
  severity: 'error',
  remarks: (dossier) =>
    [...dossier.scenarios].flatMap(([key, scenario]): Remark[] => {
      const of: Subject = { kind: 'Scenario', key };
      const workflow = dossier.workflows.get(scenario.workflow);
      const { organisation, period } = scenario.given;
      const kinds = unknownAmong(
        of,
        [
          ...one(organisation?.kind, ['given', 'organisation', 'kind']),
          ...referencesIn(organisation?.kinds, ['given', 'organisation', 'kinds']),
        ],
        { thing: say('单位类别', 'kind of organisation'), known: Object.keys(dossier.programme.organisation_kinds) },
      );
      if (workflow === undefined) return kinds;
      const steps = scenario.steps.map((step, index) => ({ step, path: ['steps', index] }));
      const given = period === undefined ? [] : [{ step: { period }, path: ['given'] }];
      const names = namesOf(dossier, workflow, [...given, ...steps]);
      return [...kinds, ...names.flatMap(({ references, ...what }) => unknownAmong(of, references, what))];
    }),
};
