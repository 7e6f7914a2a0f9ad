import { formValidator } from '../../../server/registry/form-validator.ts';
import { hasErrors, inspect } from '../../../server/registry/inspect.ts';
import type { DefinitionSource } from '../../../server/registry/source.ts';
import { type Figure, figure, median } from '../figure.ts';

const FIELDS = 300;
const ROUNDS = 40;

/** An editor asks again at every pause in typing; a server has compiled its own code to speed after so many answers. */
const WARMING = 60;
const MOST_MS = 20;

const SORTS = [
  (n: number) => ({ type: 'string', title: `Text ${String(n)}`, maxLength: 80, 'x-normalize': ['nfkc', 'trim'] }),
  (n: number) => ({ type: 'integer', title: `Number ${String(n)}`, minimum: 0, maximum: 1000 }),
  (n: number) => ({ type: 'string', format: 'date', title: `Day ${String(n)}` }),
  (n: number) => ({ type: 'boolean', title: `Whether ${String(n)}` }),
  (n: number) => ({
    title: `Choice ${String(n)}`,
    oneOf: ['a', 'b', 'c', 'd'].map((code) => ({ const: code, title: `Choice ${code} of ${String(n)}` })),
  }),
];

/** A form of so many fields of every sort, half of them required, some of them with conditions; no two rounds are the same. */
const formText = (round: number): string => {
  const fields = Array.from({ length: FIELDS }, (_, n) => [`f${String(n)}`, SORTS[n % SORTS.length]?.(n)] as const);
  return JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'wide',
    title: 'Wide',
    type: 'object',
    required: fields.filter((_, n) => n % 2 === 0).map(([key]) => key),
    properties: { ...Object.fromEntries(fields), last: { type: 'string', title: 'Last', maxLength: 100 + round } },
    allOf: Array.from({ length: 20 }, (_, n) => ({
      if: { properties: { [`f${String(n * 10 + 3)}`]: { const: true } }, required: [`f${String(n * 10 + 3)}`] },
      then: { required: [`f${String(n * 10 + 5)}`] },
    })),
  });
};

const PROGRAMME = `
apiVersion: formflow/v1
kind: Programme
key: wide
title: Wide
zone: Europe/London
locales: [en]
organisation_kinds: {site: {title: Site}}
roles: {filler: {title: Filler, may: [cases.fill]}}
workflows: []
`;

const sourcesOf = (round: number): DefinitionSource[] => [
  {
    name: { programme: 'wide', kind: 'Programme', key: 'wide' },
    file: 'workflows/wide/programme.yaml',
    text: PROGRAMME,
  },
  { name: { programme: 'wide', kind: 'Form', key: 'wide' }, file: 'forms/wide/wide.json', text: formText(round) },
];

/** Lint of a form as the editor asks for it: read, checked, put together, and compiled into its validator. */
export const lintFigures = (): Promise<Figure[]> => {
  const first: number[] = [];
  const linted: number[] = [];
  const compiled: number[] = [];
  for (let round = 0; round < WARMING + ROUNDS; round += 1) {
    const sources = sourcesOf(round);
    const began = performance.now();
    const { shelf, findings } = inspect(sources);
    const spent = performance.now() - began;
    if (hasErrors(findings)) throw new Error(JSON.stringify(findings[0]));
    const schema = shelf.programmes.get('wide')?.forms.get('wide')?.schema;
    if (schema === undefined) throw new Error('the form does not load');
    const from = performance.now();
    formValidator(schema);
    if (round < ROUNDS) first.push(spent);
    if (round < WARMING) continue;
    linted.push(spent);
    compiled.push(performance.now() - from);
  }
  const target = { of: 'value', most: MOST_MS } as const;
  return Promise.resolve([
    figure(`lint and compile ${String(FIELDS)} fields`, [median(linted), 'ms'], { target }),
    figure(`the first ${String(ROUNDS)} since the start`, [median(first), 'ms']),
    figure('ask for its validator again', [median(compiled), 'ms']),
  ]);
};
