import { describe, expect, it } from '@jest/globals';
import { inspect } from '../../../server/registry/inspect.ts';
import { boundSources, buildModels } from '../../../server/registry/shelf.ts';
import type { DefinitionSource } from '../../../server/registry/source.ts';
import { aSource } from '../trial.ts';
import { aCalendar, aForm, aProgramme, aWorkflow } from './lantern.ts';

/** One workflow of the lantern programme, bound under keys of its own. */

const HUTS =
  '{workflow: trial, as: huts, with: {title: Huts, audience: {kinds: [hut]}, deadlines: {lend: {on: 2025-05-01}}}}';

interface Given {
  uses: string;
  programme?: Record<string, string>;
  workflow?: Record<string, string>;
}

const sources = ({ uses, programme = {}, workflow = {} }: Given): DefinitionSource[] => [
  aSource('Programme', aProgramme({ uses, ...programme })),
  aSource('Workflow', aWorkflow(workflow)),
  aSource('Form', aForm({ glass: { type: 'string', title: 'Glass' } })),
  aSource('Form', aForm({ oil: { type: 'string', title: 'Oil' } }).replace('"trial"', '"other"'), 'other'),
  aSource('Calendar', aCalendar()),
];

const told = (given: Given): string[] =>
  inspect(sources(given))
    .findings.filter(({ code }) => code !== 'unused')
    .map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message.en}`);

const PROGRAMME = 'workflows/trial/programme.yaml';

describe('a binding', () => {
  it('makes a workflow under its own key, with what it names in place of the text', () => {
    const { models, findings } = buildModels(sources({ uses: `[${HUTS}]` }));
    expect(findings).toEqual([]);
    expect(models.get('trial/huts')?.workflow).toMatchObject({
      key: 'huts',
      title: 'Huts',
      subject: { form: 'trial', audience: { kinds: ['hut'] } },
      deadlines: { lend: { on: '2025-05-01' }, check: { within: 'P5D' } },
    });
    expect(models.get('trial/trial')?.workflow.deadlines?.['lend']?.on).toBe('2025-03-31');
  });

  it('keeps the comments of the text, and takes other due words for those that stand there', () => {
    const workflow = { deadlines: '{lend: {on: 2025-03-31, grace: P2D}, check: {within: P5D}} # two of them' };
    const uses =
      '[{workflow: trial, as: huts, with: {deadlines: {lend: {for: {hut: {within: P9D}}, default: {within: P3D}}}}}]';
    const [bound] = boundSources(buildModels(sources({ uses, workflow })));
    expect(bound?.text).toContain('# two of them');
    expect(bound?.text).toMatch(/lend: \{ grace: P2D, for: .*default: /);
    expect(bound?.text).not.toContain('2025-03-31');
  });

  it('gives parameters other values of the same type', () => {
    const workflow = { params: '{least: {type: int, value: 1}}', require: "[{expr: 'params.least > 0', message: M}]" };
    const uses = (value: string) => `[{workflow: trial, as: huts, with: {params: {least: ${value}}}}]`;
    const { models } = buildModels(sources({ uses: uses('4'), workflow }));
    expect(models.get('trial/huts')?.workflow.params).toEqual({ least: { type: 'int', value: 4 } });
    expect(told({ uses: uses('many'), workflow })).toEqual([
      `${PROGRAMME}:12:59 cell-type: Here must stand a whole number`,
    ]);
  });

  it('may bind a workflow that is not listed; that one has no cases for others to ask for', () => {
    const uses = `[${HUTS}]`;
    const programme = { workflows: '[]' };
    expect(told({ uses, programme })).toEqual([]);
    const workflow = { metrics: "{sent: 'form.glass'}" };
    const { models } = buildModels(sources({ uses, programme, workflow }));
    expect(Object.keys(models.get('trial/huts')?.siblings ?? {})).toEqual([]);
  });

  it('need not find dates in a text that is only bound', () => {
    const workflow = { deadlines: '{lend: {title: L}, check: {within: P5D}}' };
    expect(told({ uses: `[${HUTS}]`, programme: { workflows: '[]' }, workflow })).toEqual([]);
    expect(told({ uses: `[${HUTS}]`, workflow })).toEqual([expect.stringContaining('deadline-without-due')]);
  });
});

describe('lint of bindings', () => {
  it.each([
    [
      'a workflow that is not there',
      '[{workflow: tral, as: huts}]',
      '12:19 unknown-workflow: There is no workflow "tral"',
    ],
    [
      'a binding of a binding',
      `[${HUTS}, {workflow: huts, as: more}]`,
      'unknown-workflow: There is no workflow "huts"',
    ],
    [
      'a key that a workflow has',
      '[{workflow: trial, as: trial}]',
      '12:30 binding-key: The key "trial" is another workflow\'s already',
    ],
    ['a key of two bindings', `[${HUTS}, {workflow: trial, as: huts}]`, 'binding-key: The key "huts"'],
    [
      'a deadline that the workflow does not have',
      '[{workflow: trial, as: huts, with: {deadlines: {lent: {on: 2025-05-01}}}}]',
      'unknown-in-binding: There is no deadline "lent"',
    ],
    [
      'a parameter that the workflow does not have',
      '[{workflow: trial, as: huts, with: {params: {least: 1}}}]',
      'unknown-in-binding: There is no parameter "least"',
    ],
    [
      'a form that is not there',
      '[{workflow: trial, as: huts, with: {form: tril}}]',
      '12:49 unknown-form: There is no form "tril"',
    ],
    [
      'a kind that is not there',
      '[{workflow: trial, as: huts, with: {audience: {kinds: [hat]}}}]',
      '12:62 unknown-kind: There is no kind of organisation "hat"',
    ],
    ['a word that cannot be bound', '[{workflow: trial, as: huts, with: {states: {}}}]', '12:43 unknown-key:'],
  ])('tells in the programme of %s', (_, uses, finding) => {
    expect(told({ uses }).join('\n')).toContain(`${PROGRAMME}:`);
    expect(told({ uses }).join('\n')).toContain(finding);
  });

  it('tells in the text what is wrong there only for one of its bindings, with its name', () => {
    const workflow = { require: "[{expr: 'form.glass.size() > 0', message: M}]" };
    const uses = `[${HUTS}, {workflow: trial, as: oil, with: {form: other}}]`;
    expect(told({ uses, workflow })).toEqual([
      expect.stringMatching(/^workflows\/trial\/trial\.yaml:\d+:\d+ expression-\S+: As "oil": Expression "glass"/),
    ]);
  });

  it('tells once what is wrong in the text for all that run it', () => {
    const workflow = { initial: 'opn' };
    const found = told({ uses: `[${HUTS}, {workflow: trial, as: more}]`, workflow });
    expect(found.filter((line) => line.includes('"opn"'))).toEqual([
      expect.stringMatching(/^workflows\/trial\/trial\.yaml:\d+:10 unknown-state: There is no state "opn"/),
    ]);
  });

  it('leaves a text that cannot be read to itself, and misses no key of its bindings', () => {
    const workflow = { initial: '[' };
    const found = told({ uses: `[${HUTS}]`, programme: { workflows: '[huts]' }, workflow });
    expect(found.filter((line) => !line.startsWith('workflows/trial/trial.yaml'))).toEqual([]);
  });
});
