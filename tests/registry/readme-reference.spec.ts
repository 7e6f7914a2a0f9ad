import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { PERMISSIONS } from '../../server/contract/definition/programme.ts';
import { ACTION_KINDS } from '../../server/contract/definition/workflow.ts';
import { DEFINITION_KINDS, type DefinitionKind } from '../../server/contract/key.ts';
import { PROBLEMS } from '../../server/contract/problem.ts';
import { REFUSAL_REASONS } from '../../server/contract/refusal.ts';
import { type Place, environmentFor } from '../../server/engine/environment.ts';
import { FUNCTIONS } from '../../server/engine/expression-functions.ts';
import { EXPRESSION_LIMITS } from '../../server/engine/expression-parse.ts';
import { PATTERN_SIZE, PATTERN_TEXT } from '../../server/engine/form/pattern.ts';
import { CHECKS } from '../../server/engine/lint/checks.ts';
import type { Model } from '../../server/engine/model.ts';
import { permissionFor } from '../../server/engine/standing.ts';
import { readFolder } from '../../server/registry/folder.ts';
import { LIMITS } from '../../server/registry/limits.ts';
import { type Word, vocabulary } from '../../server/registry/reference.ts';
import { buildModels } from '../../server/registry/shelf.ts';
import { README, headingsOf, linksOf, part, quoted, rowsOf, slugOf } from '../support/readme.ts';

/** The tables of the README's reference against the code: nothing is left out, nothing is made up. */

const WORDS = vocabulary();

/** One row tells several words, in several places where these are alike. */
interface Told {
  words: Omit<Word, 'type'>[];
  types: string;
  meaning: string;
}

const toldOf = (kind: DefinitionKind): Told[] => {
  let places: string[] = [''];
  return rowsOf(part(`words of ${kind}`)).map(([where = '', words = '', types = '', meaning = '']) => {
    if (where !== '') places = where.startsWith('*') ? [''] : quoted(where);
    const named = words.split(', ').map((cell) => ({ word: quoted(cell)[0] ?? '', isRequired: cell.startsWith('**') }));
    return { words: places.flatMap((place) => named.map((one) => ({ where: place, ...one }))), types, meaning };
  });
};

const nameOf = ({ where, word, isRequired }: Omit<Word, 'type'>): string =>
  `${where}${where === '' ? '' : '.'}${word}${isRequired ? ' (required)' : ''}`;

const typesOf = (kind: DefinitionKind, { words }: Told): string => {
  const [first] = words;
  const types = words
    .filter(({ where }) => where === first?.where)
    .map((told) => WORDS[kind].find(({ where, word }) => where === told.where && word === told.word)?.type ?? '');
  return new Set(types).size === 1 ? (types[0] ?? '') : types.join('; ');
};

describe('the reference of the README', () => {
  describe.each(DEFINITION_KINDS)('for a %s', (kind) => {
    it('tells every word of its shape, and no other', () => {
      const told = toldOf(kind).flatMap(({ words }) => words.map(nameOf));
      expect(told.sort()).toEqual(WORDS[kind].map(nameOf).sort());
    });

    it('tells of each word what may stand there and what it means', () => {
      for (const told of toldOf(kind)) {
        expect([told.words.map(nameOf), told.types]).toEqual([told.words.map(nameOf), typesOf(kind, told)]);
        expect(told.meaning).not.toBe('');
      }
    });
  });

  it('tells every kind of action with the permission that it needs', () => {
    const told = rowsOf(part('actions')).map(([kind = '', permission = '']) => [
      ...quoted(kind),
      ...quoted(permission),
    ]);
    expect(told.sort()).toEqual(ACTION_KINDS.map((kind) => [kind, permissionFor(kind) ?? []].flat()).sort());
  });

  it('tells every permission', () => {
    expect(rowsOf(part('permissions')).flatMap(([name = '']) => quoted(name))).toEqual([...PERMISSIONS]);
  });

  it('tells every check of lint with its severity', () => {
    const told = rowsOf(part('lint')).flatMap(([codes = '', severity = '']) =>
      quoted(codes).map((code) => `${code} ${severity}`),
    );
    expect(told.sort()).toEqual(CHECKS.map(({ code, severity }) => `${code} ${severity}`).sort());
  });

  it('tells every reason of a refusal', () => {
    expect(rowsOf(part('refusals')).flatMap(([reason = '']) => quoted(reason))).toEqual([...REFUSAL_REASONS]);
  });

  it('tells every problem of the API in the words of the screen', () => {
    const problems = Object.entries(PROBLEMS).map(([code, { status, zh, en }]) => [
      `\`${code}\``,
      String(status),
      zh,
      en,
    ]);
    expect(rowsOf(part('problems'))).toEqual(problems);
  });

  it('tells every limit', () => {
    const told = rowsOf(part('limits')).map(([, most]) => Number(most));
    const limits = [...Object.values(EXPRESSION_LIMITS), ...Object.values(LIMITS), PATTERN_SIZE, PATTERN_TEXT];
    expect(told.sort()).toEqual(limits.sort());
  });

  it('tells every function of expressions', () => {
    const macros = ['all', 'exists', 'exists_one', 'filter', 'map', 'has'];
    const told = rowsOf(part('functions')).flatMap(([names = '']) => quoted(names));
    expect(told.sort()).toEqual([...FUNCTIONS.keys(), ...macros].sort());
  });
});

describe('the README', () => {
  it('leads nowhere that is not there', () => {
    const [links, headings] = [linksOf(README), new Set(headingsOf(README).map(slugOf))];
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((link) => !headings.has(link))).toEqual([]);
  });
});

describe('the variables of expressions in the README', () => {
  let model: Model;
  let gatherer: Model;

  beforeAll(async () => {
    const { sources } = await readFolder(join(import.meta.dirname, '../fixtures/programmes/river_watch'));
    const found = buildModels(sources).models.get('river_watch/weekly_sampling');
    if (found === undefined) throw new Error('the programme of the rivers is gone');
    model = found;
    const gathering = await readFolder(join(import.meta.dirname, '../fixtures/programmes/maktaba_za_shule'));
    const holder = buildModels(gathering.sources).models.get('maktaba_za_shule/kundi_la_kata');
    if (holder === undefined) throw new Error('the programme of the school libraries is gone');
    gatherer = holder;
  });

  const DETAILS: Record<string, object> = {
    row: { roster: 'readings' },
    'rights-row': { roster: 'readings' },
    option: { table: 'parameters' },
    ranking: { roster: 'readings' },
    task: { roster: 'readings' },
  };

  const rows = rowsOf(part('places')).map(([place = '', , variables = '']): [string, string] => [
    quoted(place)[0] ?? '',
    variables,
  ]);
  const ofForm = quoted(rows.find(([place]) => place === 'form')?.[1] ?? '');

  it.each(rows)('are those of the place %s', (place, variables) => {
    const told = variables.startsWith('and ') ? [...ofForm, ...quoted(variables)] : quoted(variables);
    const known = environmentFor(place === 'gather' ? gatherer : model, {
      at: place,
      ...DETAILS[place],
    } as Place).names;
    expect(told.sort()).toEqual([...known.keys()].sort());
  });
});
