import type { Migration } from '../../contract/definition/migration.ts';

const flow = (values: Readonly<Record<string, unknown>>): string =>
  `{${Object.entries(values)
    .map(
      ([key, value]) => `${key}: ${typeof value === 'object' && value !== null ? flow({ ...value }) : String(value)}`,
    )
    .join(', ')}}`;

const section = (name: string, entries: readonly string[]): string[] =>
  entries.length === 0 ? [] : [`${name}:`, ...entries.map((entry) => `  ${entry}`)];

/** A plan as the text that a person would write; where something is open, the line waits for its answer. */
export const writePlan = (plan: Migration, open: readonly string[] = []): string => {
  const { apiVersion, kind, key, workflow, from, to, states = {}, tasks = {}, fields = [], deadlines } = plan;
  return [
    ...Object.entries({ apiVersion, kind, key, workflow, from, to }).map(
      ([word, value]) => `${word}: ${String(value)}`,
    ),
    ...section('states', [
      ...Object.entries(states).map(([before, after]) => `${before}: ${after}`),
      ...open.map((state) => `${state}:`),
    ]),
    ...section(
      'tasks',
      Object.entries(tasks).map(([task, way]) => `${task}: ${flow(way)}`),
    ),
    ...section(
      'fields',
      fields.map(({ move }) => `- move: ${flow(move)}`),
    ),
    ...(deadlines === undefined ? [] : [`deadlines: ${deadlines}`]),
    '',
  ].join('\n');
};
