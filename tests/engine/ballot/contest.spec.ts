import { describe, expect, it } from '@jest/globals';
import { decimalText, electionFrom } from '../../../server/engine/ballot/contest.ts';
import { buildModels } from '../../../server/registry/shelf.ts';
import type { Model } from '../../../server/engine/model.ts';
import { aForm, aProgramme, aWorkflow } from '../../registry/lint/lantern.ts';
import { aSource } from '../../registry/trial.ts';

const LANTERNS = {
  lanterns: {
    type: 'array',
    title: 'Lanterns',
    maxItems: 20,
    items: {
      type: 'object',
      properties: {
        name: { type: 'string', title: 'Name', maxLength: 40 },
        guild: { type: 'string', title: 'Guild', maxLength: 40 },
        years: { type: 'integer', title: 'Years', minimum: 0, maximum: 500 },
      },
    },
  },
};

const CONTEST = {
  params: '{votes: {type: int, value: 3}}',
  ballots:
    '{finest: {title: The finest, options: lanterns, show: name, electorate: {kind: codes}, during: sent, opens: 2025-05-01T09:00, closes: 2025-05-08T18:00, choose: {min: 2, max: params.votes, spread: {by: guild, min: 2}, blank: true}, quorum: {used: 30, share: 0.3}}}',
  ranking:
    '{score: [{source: ballots.finest, scale: share_of_max, weight: 0.4, round: 2}], ties: [{expr: e.years, order: desc}, {lot: true}]}',
  places: '[{key: first, title: First, count: 1, value: 1500.5}, {key: rest, title: Rest, count: 2, by: guild}]',
  budget: 'programme.money.award',
};

const model = (workflow: Record<string, string> = CONTEST): Model => {
  const sources = [
    aSource('Programme', aProgramme({ money: '{currency: EUR, award: 1500.5}' })),
    aSource('Workflow', aWorkflow(workflow)),
    aSource('Form', aForm(LANTERNS)),
  ];
  const found = buildModels(sources).programmes.get('trial')?.models.get('trial');
  if (found === undefined) throw new Error('the trial does not load');
  return found;
};

const ROWS = [
  { _id: '0198c0de-0000-7000-8000-000000000001', name: 'Moon', guild: 'north', years: 12 },
  { _id: '0198c0de-0000-7000-8000-000000000002', name: 'Sun', guild: 'south' },
];

describe('an election that a definition asks for', () => {
  it('has its rules, its times and its entries from the definition and the case', () => {
    expect(electionFrom(model(), 'finest', { data: { lanterns: ROWS } })).toEqual({
      kind: 'planned',
      plan: {
        title: 'The finest',
        opens: Date.parse('2025-05-01T08:00:00Z'),
        closes: Date.parse('2025-05-08T17:00:00Z'),
        rules: {
          source: 'ballots.finest',
          choose: { min: 2, max: 3, spread: { by: 'guild', min: 2 }, blank: true },
          quorum: { used: 30, share: '0.3' },
          score: [{ source: 'ballots.finest', scale: 'share_of_max', weight: '0.4', round: 2 }],
          ties: [{ criterion: 0, order: 'desc' }, { lot: true }],
          places: [
            { key: 'first', title: 'First', count: 1, value: '1500.5' },
            { key: 'rest', title: 'Rest', count: 2, by: 'guild' },
          ],
          unfilled: 'stay',
          budget: '1500.5',
        },
        candidates: [
          { id: ROWS[0]?._id, title: 'Moon', groups: { guild: 'north' }, criteria: ['12'] },
          { id: ROWS[1]?._id, title: 'Sun', groups: { guild: 'south' }, criteria: [null] },
        ],
      },
    });
  });

  it('is not made of nothing', () => {
    expect(electionFrom(model(), 'finest', { data: {} })).toEqual({ kind: 'impossible', problem: 'no-entries' });
    expect(electionFrom(model(), 'constructor', { data: { lanterns: ROWS } })).toMatchObject({
      problem: 'unknown-ballot',
    });
    expect(electionFrom(model(), 'finest', { data: { lanterns: [{ name: 'X' }] } })).toMatchObject({
      problem: 'entry-without-id',
    });
    expect(electionFrom(model({ ...CONTEST, params: '' }), 'finest', { data: { lanterns: ROWS } })).toMatchObject({
      problem: 'not-calculable',
    });
  });

  it('writes amounts as they are meant', () => {
    expect([0, 1, 0.3, 1500.5, 4600, 100, 0.000001].map(decimalText)).toEqual([
      '0',
      '1',
      '0.3',
      '1500.5',
      '4600',
      '100',
      '0.000001',
    ]);
  });
});
