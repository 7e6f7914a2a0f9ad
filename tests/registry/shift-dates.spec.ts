import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readFolder } from '../../server/registry/folder.ts';
import { shiftDates } from '../../server/registry/shift-dates.ts';
import type { DefinitionSource } from '../../server/registry/source.ts';

const NEXT_YEAR = { months: 12, days: 0 };

const programme = (lines: string): DefinitionSource => ({
  name: { programme: 'p', kind: 'Programme', key: 'p' },
  file: 'workflows/p/programme.yaml',
  text: `apiVersion: formflow/v1
kind: Programme
key: p
title: Fair of 2024
zone: Europe/London
locales: [en]
organisation_kinds: {}
roles: {}
workflows: []
${lines}`,
});

describe('moving the dates of a text', () => {
  it('moves what is a date and keeps comments, quotes and order', () => {
    const given = programme(`# agreed on 2024-01-05
notice: {issued: 2024-02-29, number: No 2024-7}   # as of 2024
tables:
  fees:
    columns: {title: text, from: date}
    rows:
      "2024-04": {title: 'Until 2024-05-31, then more', from: "2024-04-30"}
`);
    const { text, dates } = shiftDates(given, NEXT_YEAR);
    expect(text).toBe(
      given.text
        .replace('issued: 2024-02-29', 'issued: 2025-02-28')
        .replace('"2024-04":', '"2025-04":')
        .replace('2024-05-31', '2025-05-31')
        .replace('"2024-04-30"', '"2025-04-30"'),
    );
    expect(dates).toEqual([
      { path: ['notice', 'issued'], line: 11, before: '2024-02-29', after: '2025-02-28' },
      { path: ['tables', 'fees', 'rows', '2024-04'], line: 16, before: '2024-04', after: '2025-04' },
      { path: ['tables', 'fees', 'rows', '2024-04', 'title'], line: 16, before: '2024-05-31', after: '2025-05-31' },
      { path: ['tables', 'fees', 'rows', '2024-04', 'from'], line: 16, before: '2024-04-30', after: '2025-04-30' },
    ]);
  });

  it('moves dates of Chinese sentences and leaves a year alone to a person', () => {
    const given = programme(
      `notice: {number: 海办〔2024〕1号, issuer: 请于2024年3月31日前，2024年12月起，依据2019年文件}\n`,
    );
    const { text, dates } = shiftDates(given, NEXT_YEAR);
    expect(text).toContain('海办〔2024〕1号');
    expect(text).toContain('请于2025年3月31日前，2025年12月起，依据2019年文件');
    expect(dates.map(({ before, after }) => [before, after])).toEqual([
      ['2024', '2024'],
      ['2024年3月31日', '2025年3月31日'],
      ['2024年12月', '2025年12月'],
      ['2019', '2019'],
    ]);
  });

  it('moves dates inside expressions and local times', () => {
    const given = programme(`params: {a: {type: text, value: 'day >= date("2024-03-01") && period.key == "2024-03"'},
         b: {type: text, value: '2024-03-01T09:00'}}\n`);
    const { text } = shiftDates(given, NEXT_YEAR);
    expect(text).toContain(`date("2025-03-01") && period.key == "2025-03"`);
    expect(text).toContain(`'2025-03-01T09:00'`);
  });

  it('still moves the dates of a text that cannot be read', () => {
    const { text, dates } = shiftDates({ ...programme(''), text: 'a: [2024-03-01\nb: 2024-02-30' }, NEXT_YEAR);
    expect(text).toBe('a: [2025-03-01\nb: 2024-02-30');
    expect(dates).toEqual([{ path: [], line: 1, before: '2024-03-01', after: '2025-03-01' }]);
  });

  it('changes nothing but dates in whole programmes, and comes back', async () => {
    const { sources } = await readFolder(resolve(import.meta.dirname, '../fixtures/programmes/vaccination_scolaire'));
    for (const source of sources) {
      const there = shiftDates(source, { months: 0, days: 364 });
      const back = shiftDates({ ...source, text: there.text }, { months: 0, days: -364 });
      expect(back.text).toBe(source.text);
      const bare = (text: string): string => text.replaceAll(/\d/g, '0');
      expect(bare(there.text)).toBe(bare(source.text));
    }
    expect(sources.length).toBeGreaterThan(3);
  });
});
