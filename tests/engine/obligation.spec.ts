import { describe, expect, it } from '@jest/globals';
import { obligations, organisationOn, type RegisteredOrganisation } from '../../server/engine/obligation.ts';
import { at, lighthouse } from './lighthouse.ts';

type Tag = RegisteredOrganisation['tags'][number];
const tag = (kind: string, from: string | null = null, to: string | null = null): Tag => ({ kind, from, to });
const registered = (id: string, tags: Tag[], more: Partial<RegisteredOrganisation> = {}): RegisteredOrganisation => ({
  id,
  code: id,
  title: id,
  tags,
  active: true,
  level: null,
  attributes: {},
  ancestors: [],
  relations: {},
  ...more,
});
const PERIODIC = `{subject: {per: [organisation, period], audience: {kinds: [lighthouse, lightship]}}, deadlines: {report: {on: ~, at: period.due}},
  periods: {for: {lightship: {list: [{key: season, from: 2024-03-01, to: 2024-05-20, due: 2024-05-20}]}, lighthouse: {every: month, from: 2024-03-01, to: 2024-05-31}}}}`;
const owed = (workflow: string, organisations: RegisteredOrganisation[], when = '2024-03-10T09:00') =>
  obligations(lighthouse(workflow), organisations, at(when)).map(
    ({ organisation, period, passed }) => `${organisation?.id ?? '-'} ${period?.key ?? '-'}${passed ? ' passed' : ''}`,
  );

describe('the reports that are owed', () => {
  it('are one a period and organisation of the audience, by the rule of its kind', () => {
    const all = [
      registered('a', [tag('lighthouse')]),
      registered('b', [tag('lightship')]),
      registered('c', [tag('harbour')]),
    ];
    expect(owed(PERIODIC, all)).toEqual(['a 2024-03', 'a 2024-04', 'a 2024-05', 'b season']);
  });

  it('are judged for each period by what is valid on its last day', () => {
    expect(owed(PERIODIC, [registered('a', [tag('lighthouse', '2024-04-15')])])).toEqual(['a 2024-04', 'a 2024-05']);
    expect(owed(PERIODIC, [registered('a', [tag('lighthouse', null, '2024-04-30')])])).toEqual([
      'a 2024-03',
      'a 2024-04',
    ]);
    const becomes = [tag('lighthouse', null, '2024-04-30'), tag('lightship', '2024-05-01')];
    expect(owed(PERIODIC, [registered('a', becomes)])).toEqual(['a season', 'a 2024-03', 'a 2024-04']);
  });

  it('go by the first entry that fits where an organisation has several kinds', () => {
    expect(owed(PERIODIC, [registered('a', [tag('lighthouse'), tag('lightship')])])).toEqual(['a season']);
  });

  it('tell which were due before now, so that who joins later does not owe them', () => {
    expect(owed(PERIODIC, [registered('a', [tag('lighthouse')])], '2024-05-01T00:00')).toEqual([
      'a 2024-03 passed',
      'a 2024-04 passed',
      'a 2024-05',
    ]);
    expect(owed('{}', [registered('a', [tag('lighthouse')])], '2024-04-01T00:00')).toEqual(['a - passed']);
    expect(owed('{}', [registered('a', [tag('lighthouse')])], '2024-03-31T23:59')).toEqual(['a -']);
  });

  it('are none of organisations that have left, nor of those for which the condition fails', () => {
    expect(owed('{}', [registered('a', [tag('lighthouse')], { active: false })])).toEqual([]);
    const where = '{subject: {audience: {where: \'org.level == "big"\'}}}';
    expect(
      owed(where, [
        registered('a', [], { level: 'big' }),
        registered('b', [], { level: 'small' }),
        registered('c', []),
      ]),
    ).toEqual(['a -']);
  });

  it('are one for the whole programme, or one a round', () => {
    expect(owed('{subject: {per: [programme]}}', [registered('a', [tag('lighthouse')])])).toEqual(['- -']);
    expect(
      owed('{subject: {per: [programme, period]}, periods: {every: quarter, from: 2024-01-01, to: 2024-06-30}}', []),
    ).toEqual(['- 2024-Q1', '- 2024-Q2']);
  });
});

describe('an organisation on a day', () => {
  it('has the kinds that are valid then, each once', () => {
    const changing = registered('a', [
      tag('lighthouse', null, '2024-03-31'),
      tag('harbour', '2024-03-31'),
      tag('harbour'),
    ]);
    expect(organisationOn(changing, '2024-03-31').kinds).toEqual(['lighthouse', 'harbour']);
    expect(organisationOn(changing, '2024-04-01').kinds).toEqual(['harbour']);
    expect(organisationOn(changing, '2024-04-01')).not.toHaveProperty('tags');
  });
});
