import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { Form } from '../../../server/contract/definition/form.ts';
import type { Field } from '../../../server/contract/definition/field.ts';
import type { Programme } from '../../../server/contract/definition/programme.ts';
import { textIn } from '../../../server/contract/text.ts';
import { rowsOf, valueAt } from '../../../server/engine/form/address.ts';
import { allFields, findRoster, type Placed, rosters } from '../../../server/engine/form/fields.ts';
import { unionColumns, unionLines } from '../../../server/engine/form/union.ts';
import { splitOrphans, withOrphans } from '../../../server/engine/migration/orphans.ts';
import { withValue } from '../../../server/engine/form/change-data.ts';
import { isRecord, type Data } from '../../../server/engine/data.ts';
import { PaperSheet } from '../../../client/src/paper/paper-sheet.tsx';
import type { PaperWords } from '../../../client/src/paper/paper-text.ts';
import { en } from '../../../client/src/ui/locales/en.ts';
import { steps, taken, type Step } from './random-edits.ts';

const FORMS = join(import.meta.dirname, '../../../forms');

const shipped = readdirSync(FORMS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .map((name) => Form.parse(JSON.parse(readFileSync(join(FORMS, name), 'utf8'))));

const programme: Programme = {
  apiVersion: 'formflow/v1',
  kind: 'Programme',
  key: 'pairs',
  title: 'Pairs',
  zone: 'Europe/London',
  locales: ['en'],
  organisation_kinds: {},
  roles: {},
  workflows: [],
};

/** A value that tells where it stands, so that one that has shifted is found out. */
const valueOf = (field: Field, place: string, n: number): unknown => {
  const codes = (field.oneOf ?? []).map((option) => option.const);
  if (codes.length > 0) return codes[n % codes.length];
  switch (field.type) {
    case 'boolean':
      return n % 2 === 0;
    case 'integer':
    case 'number':
      return 1000 + n;
    case 'object':
      return {};
    case 'array':
      return field['x-file'] === undefined && field.items !== undefined
        ? [valueOf(field.items, place, n)]
        : [`file-${String(n)}`];
    case 'string':
    case undefined:
      return field.format === 'date' ? '2024-03-20' : `${place} ${String(n)}`;
  }
};

const leaves = (form: Form, roster: string | null): Placed[] =>
  allFields(form).filter((placed) => placed.kind === 'field' && placed.roster === roster);

const filled = (group: Placed[], from: Data, { depth, n }: { depth: number; n: number }): Data =>
  group.reduce<Data>(
    (data, { path, field }, index) => withValue(data, path.slice(depth), valueOf(field, path.join('.'), n + index)),
    from,
  );

/** Something in every field, and two rows in every roster. */
const everythingIn = (form: Form): Data =>
  rosters(form).reduce<Data>(
    (data, roster) => {
      const row = (n: number): Data =>
        filled(
          leaves(form, roster.key),
          { _id: `${roster.key}-${String(n)}` },
          { depth: roster.path.length, n: n * 100 },
        );
      return withValue(data, roster.path, [row(1), row(2)]);
    },
    filled(leaves(form, null), {}, { depth: 0, n: 0 }),
  );

const edited = (form: Form, sequence: readonly Step[]): Form => sequence.reduce(taken, form);

const optionsOf = (field: Field) => (field.items ?? field).oneOf ?? [];

const wordsOf = (form: Form): PaperWords => ({
  form,
  locale: 'en',
  choices: (field) => optionsOf(field).map(({ const: code, title }) => ({ code, title: textIn(title, 'en') })),
  fileNames: new Map(),
  yes: 'yes',
  no: 'no',
});

const printed = (form: Form, data: Data): string => {
  const facts = { org: 'Mole', period: '', due: '' };
  return renderToStaticMarkup(<PaperSheet words={wordsOf(form)} data={data} facts={facts} />);
};

/** The texts among the values of a form's fields, dates and codes aside: what stands on paper as it is. */
const textsOf = (form: Form, data: Data, roster: string | null): string[] => {
  const depth = roster === null ? 0 : (findRoster(form, roster)?.path.length ?? 0);
  const holders = roster === null ? [data] : rowsOf(form, data, roster).filter(isRecord);
  return holders.flatMap((holder) =>
    leaves(form, roster).flatMap(({ path }) => {
      const value = valueAt(holder, path.slice(depth));
      return typeof value === 'string' && value.includes(' ') ? [value] : [];
    }),
  );
};

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: en } } }));

describe('any version of a form after any other', () => {
  const pair = fc.record({ before: fc.constantFrom(...shipped), sequence: steps });

  it('still reads what was handed in before: what it knows and what it does not are together all there was', () => {
    fc.assert(
      fc.property(pair, ({ before, sequence }) => {
        const data = everythingIn(before);
        const after = edited(before, sequence);
        const { data: known, orphans } = splitOrphans(after, data);
        expect(withOrphans(known, orphans)).toEqual(data);
      }),
      { numRuns: 100 },
    );
  });

  it('exports beside it with every value in the column of its own key', () => {
    fc.assert(
      fc.property(pair, ({ before, sequence }) => {
        const data = everythingIn(before);
        const after = edited(before, sequence);
        const versions = [
          { n: 2, form: after, programme },
          { n: 1, form: before, programme },
        ];
        const columns = unionColumns(versions, 'en');
        const lines = unionLines(before, data, columns);
        const keys = new Set(columns.map(({ key }) => key));
        for (const placed of allFields(before).filter(({ kind }) => kind === 'field'))
          expect(keys).toContain(placed.path.join('.'));
        for (const { key } of rosters(before)) {
          const depth = findRoster(before, key)?.path.length ?? 0;
          const rows = rowsOf(before, data, key).filter(isRecord);
          for (const [n, row] of rows.entries())
            for (const { path } of leaves(before, key))
              expect(lines.filter((line) => line[path.join('.')] !== undefined)[n]?.[path.join('.')]).toEqual(
                valueAt(row, path.slice(depth)),
              );
        }
        for (const { path } of leaves(before, null)) expect(lines[0]?.[path.join('.')]).toEqual(valueAt(data, path));
      }),
      { numRuns: 60 },
    );
  });

  it('leaves the paper of what was handed in as it was, and prints the rest of it as well', () => {
    fc.assert(
      fc.property(pair, ({ before, sequence }) => {
        const data = everythingIn(before);
        const paper = printed(before, data);
        const after = edited(before, sequence);
        expect(printed(before, data)).toBe(paper);
        const { data: known } = splitOrphans(after, data);
        const later = printed(after, known);
        expect(later).not.toMatch(/undefined|\[object|NaN/);
        // Without a layout every field is on paper.
        const { 'x-layout': layout, ...plain } = after;
        const whole = layout === undefined ? later : printed(plain, known);
        for (const { key } of rosters(after))
          for (const text of textsOf(after, known, key)) expect(whole).toContain(text);
      }),
      { numRuns: 40 },
    );
  });
});
