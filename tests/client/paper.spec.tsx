/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen, within } from '@testing-library/react';
import type { Field } from '#contract/definition/field.ts';
import { Form } from '../../server/contract/definition/form.ts';
import { PaperSheet } from '../../client/src/paper/paper-sheet.tsx';
import type { PaperWords } from '../../client/src/paper/paper-text.ts';
import { startLanguage } from '../../client/src/ui/language.ts';

const form = Form.parse({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'lamps',
  title: 'Lamps',
  type: 'object',
  properties: {
    keeper: { type: 'string', title: 'Keeper' },
    lit_on: { type: 'string', format: 'date', title: 'Lit on' },
    sum: { type: 'number', title: 'Sum', 'x-widget': 'money' },
    lamps: {
      type: 'array',
      title: 'Lamps',
      maxItems: 20,
      items: {
        type: 'object',
        properties: {
          name: { type: 'string', title: 'Name' },
          colour: {
            type: 'array',
            title: 'Colours',
            maxItems: 3,
            items: {
              oneOf: [
                { const: 1, title: 'red' },
                { const: 2, title: 'green' },
              ],
            },
          },
          other: { type: 'string', title: 'Other colour' },
          oil: { type: 'number', title: 'Oil' },
          wicks: { type: 'integer', title: 'Wicks' },
          secret: { type: 'string', title: 'Not for paper' },
        },
      },
    },
  },
  'x-layout': {
    mode: 'table',
    heading: 'Register of lamps',
    attachment: 'Sheet 7',
    head: [{ field: 'org', title: 'Harbour' }, 'keeper', 'lit_on'],
    roster: 'lamps',
    numbered: true,
    column_numbers: true,
    rows: 4,
    columns: [
      'name',
      { field: 'colour', template: '{colour} {other}', codes: '=' },
      { title: 'Supplies', columns: ['oil', 'wicks'] },
      { field: 'secret', print: false },
    ],
    total: { title: 'Together', fields: ['sum'] },
    notes: ['Trim every wick.'],
    signature: 'Signed',
    page: { orientation: 'portrait' },
  },
});

const optionsOf = (field: Field) => (field.items ?? field).oneOf ?? [];

const words: PaperWords = {
  form,
  locale: 'en',
  choices: (field) => optionsOf(field).map(({ const: code, title }) => ({ code, title: title as string })),
  fileNames: new Map(),
  yes: 'yes',
  no: 'no',
};

const data = {
  keeper: 'Ann',
  lit_on: '2024-03-31',
  sum: 1500,
  lamps: [
    { _id: 'a', name: 'North', colour: [1, 2], other: 'amber', oil: 2.5, wicks: 3, secret: 'x' },
    { _id: 'b', name: 'South', colour: [2], wicks: 1 },
  ],
};

describe('a form on paper', () => {
  beforeAll(startLanguage);
  afterEach(cleanup);

  it('has the heading, the head line, the table with merged heads, empty lines, the total and the place to sign', () => {
    render(<PaperSheet words={words} data={data} facts={{ org: 'Old Quay', period: '', due: '' }} />);
    expect(screen.getByRole('heading', { name: 'Register of lamps' })).toBeTruthy();
    const paper = screen.getByRole('article');
    expect(paper.textContent).toContain('Sheet 7');
    expect(paper.textContent).toContain('Harbour: Old Quay');
    expect(paper.textContent).toContain('Lit on: 31 Mar 2024');
    const supplies = screen.getByRole('columnheader', { name: 'Supplies' });
    expect([supplies.getAttribute('colspan'), supplies.getAttribute('rowspan')]).toEqual(['2', '1']);
    const name = screen.getByRole('columnheader', { name: 'Name' });
    expect(name.getAttribute('rowspan')).toBe('2');
    expect(screen.getByRole('columnheader', { name: /^Colours/ }).textContent).toBe('Colours1=red2=green');
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    const cells = rows.map((row) => [...row.children].map((cell) => cell.textContent));
    expect(cells[2]).toEqual(['1', '2', '3', '4', '5']);
    expect(cells.slice(3)).toEqual([
      ['1', 'North', 'red, green amber', '2.5', '3'],
      ['2', 'South', 'green', '', '1'],
      ['3', '', '', '', ''],
      ['4', '', '', '', ''],
      ['Together', '1,500.00'],
    ]);
    expect(paper.textContent).not.toContain('Not for paper');
    expect(paper.textContent).toContain('Trim every wick.');
    expect(paper.textContent).toContain('Signed');
    expect(paper.className).toContain('paper-portrait');
  });

  it('prints every field of a form that says nothing about its paper', () => {
    const plain = { ...form, 'x-layout': undefined } as Form;
    render(
      <PaperSheet words={{ ...words, form: plain }} data={data} facts={{ org: 'Old Quay', period: '', due: '' }} />,
    );
    const paper = screen.getByRole('article');
    expect(within(paper).getByRole('heading', { name: 'Lamps' })).toBeTruthy();
    expect(within(paper).getAllByRole('columnheader')).toHaveLength(6);
    expect(paper.textContent).toContain('Keeper: Ann');
    expect(within(paper).getAllByRole('row')).toHaveLength(3);
  });
});
