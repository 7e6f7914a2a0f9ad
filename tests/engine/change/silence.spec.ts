import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Programme } from '../../../server/contract/definition/programme.ts';
import { definitionChanges } from '../../../server/engine/change/definition-change.ts';
import type { Subject } from '../../../server/engine/lint/check.ts';
import { SHAPES } from '../../../server/registry/definition.ts';
import { readFolder } from '../../../server/registry/folder.ts';
import { buildModels } from '../../../server/registry/shelf.ts';

type Spot = (string | number)[];

interface Definition {
  of: Subject;
  value: object;
  programme: Programme;
  spots: Spot[];
}

const one = <Thing>(things: readonly Thing[], n: number): Thing => {
  const found = things[n % things.length];
  if (found === undefined) throw new Error('there is nothing to choose from');
  return found;
};

const spotsIn = (value: unknown, at: Spot = []): Spot[] =>
  typeof value === 'object' && value !== null
    ? [
        ...(at.length > 0 ? [at] : []),
        ...Object.entries(value).flatMap(([key, inner]) =>
          spotsIn(inner, [...at, Array.isArray(value) ? Number(key) : key]),
        ),
      ]
    : [at];

const other = (value: unknown): unknown => {
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : undefined;
};

/** A copy in which one leaf is another, or one part is gone. */
const mutated = (value: object, spot: Spot): object => {
  const copy = structuredClone(value) as Record<string | number, unknown>;
  const parent = spot.slice(0, -1).reduce((here, step) => here[step] as Record<string | number, unknown>, copy);
  const last = spot.at(-1) ?? '';
  const now = other(parent[last]);
  if (now !== undefined) parent[last] = now;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return copy;
};

const all: Definition[] = [];

const add = (definition: Omit<Definition, 'spots'>): void => {
  all.push({ ...definition, spots: spotsIn(definition.value) });
};

const FOLDERS = [
  '../../../',
  '../../fixtures/programmes/river_watch',
  '../../fixtures/programmes/harbour_log',
  '../../fixtures/programmes/vaccination_scolaire',
  '../../fixtures/programmes/clinic_supplies',
];

describe('changes of definitions', () => {
  beforeAll(async () => {
    for (const folder of FOLDERS) {
      const { sources } = await readFolder(resolve(import.meta.dirname, folder));
      const shelf = buildModels(sources);
      for (const { dossier } of shelf.programmes.values()) {
        const { programme } = dossier;
        const kinds = {
          Form: dossier.forms,
          Workflow: dossier.workflows,
          Calendar: dossier.calendars,
          Scenario: dossier.scenarios,
        };
        add({ of: { kind: 'Programme', key: programme.key }, value: programme, programme });
        for (const [kind, values] of Object.entries(kinds))
          for (const [key, value] of values) add({ of: { kind: kind as Subject['kind'], key }, value, programme });
        const { demonstration } = dossier;
        if (demonstration !== null)
          add({ of: { kind: 'Demonstration', key: demonstration.key }, value: demonstration, programme });
      }
    }
  });

  const changes = ({ of, value, programme }: Definition, after: object) =>
    definitionChanges({ of, programme, before: value as Programme, after: after as Programme });

  it('are none between a definition and itself', () => {
    expect(all.length).toBeGreaterThan(40);
    for (const definition of all) expect(changes(definition, structuredClone(definition.value))).toEqual([]);
  });

  it('tell every single difference, wherever it is', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (which, where) => {
        const definition = one(all, which);
        const spot = one(definition.spots, where);
        const after = mutated(definition.value, spot);
        fc.pre(SHAPES[definition.of.kind].safeParse(after).success);
        const told = changes(definition, after);
        expect(told.length).toBeGreaterThan(0);
        for (const { words, of } of told) {
          expect(of).toEqual(definition.of);
          expect(words['zh-CN']).not.toMatch(/undefined|\[object|只有注释/);
          expect(words.en).not.toMatch(/undefined|\[object|only comments/);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
