import { describe, expect, it } from '@jest/globals';
import { lint } from './planted.ts';

/** A contest of lanterns: which of those lent is the finest. */

const FIELDS = {
  lanterns: {
    type: 'array',
    title: 'Lanterns',
    maxItems: 20,
    items: {
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', title: 'Name', maxLength: 40 },
        owner: { type: 'string', title: 'Owner', maxLength: 40, 'x-pii': 'name' },
        guild: { type: 'string', title: 'Guild', maxLength: 40 },
        years: { type: 'integer', title: 'Years', minimum: 0, maximum: 500 },
      },
    },
  },
};

const BALLOT = {
  options: 'lanterns',
  show: 'name',
  electorate: '{kind: codes}',
  during: 'sent',
  opens: '2025-05-01T09:00',
  closes: '2025-05-08T18:00',
  choose: '{min: 2, max: params.votes, spread: {by: guild, min: 2}, blank: true}',
  quorum: '{used: 30, share: 0.3}',
};
const PLACES =
  '[{key: first, title: First, count: 1, value: 1500}, {key: second, title: Second, count: 2, value: 800}, {key: third, title: Third, count: 3, value: 500}]';

/** A state for the vote, which says where it leads. */
const VOTING = `
  open: {title: Open, deadline: lend, on: {send: {kind: submit, title: Send, by: [lender], to: voting}}}
  voting: {title: Voting, deadline: check, on: {'@ballot.closed': {to: sent}, '@ballot.no_quorum': {to: sent}, accept: {kind: approve, title: Accept, by: [keeper], to: sent}}}
  sent: {title: Sent, final: success}`;

const DRAW = '{weight: e.years, cost: "120", budget: programme.money.award, overspend: skip}';

const flow = (parts: Record<string, string>): string =>
  `{${Object.entries(parts)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')}}`;

const contest = (ballot: Record<string, string> = {}, more: Record<string, string> = {}, form: object = FIELDS) =>
  lint({
    programme: { money: '{currency: EUR, award: 4600}' },
    workflow: {
      params: '{votes: {type: int, value: 3}}',
      ballots: `{finest: ${flow({ ...BALLOT, ...ballot })}}`,
      ranking:
        '{score: [{source: ballots.finest, scale: votes, weight: 1}], ties: [{expr: e.years, order: desc}, {lot: true}]}',
      places: PLACES,
      budget: 'programme.money.award',
      ...more,
    },
    fields: form as Record<string, unknown>,
  });

const codesOf = ({ errors, warnings }: ReturnType<typeof lint>): string[] =>
  [...errors, ...warnings].map((line) => /\d+:\d+ ([a-z-]+):/.exec(line)?.[1] ?? line);

describe('lint of a contest', () => {
  it('finds nothing wrong with a sound one', () => {
    const { errors, warnings } = contest({ during: 'voting' }, { states: VOTING });
    expect([errors, warnings]).toEqual([[], []]);
  });

  const PLANTED: [string, Record<string, string>, Record<string, string>, object?][] = [
    [
      'unknown-ballot',
      {},
      { ranking: '{score: [{source: ballots.best, scale: votes, weight: 1}], ties: [{lot: true}]}' },
    ],
    [
      'unknown-entries',
      { options: 'lamps' },
      { ranking: '{score: [{source: ballots.finest, scale: votes, weight: 1}], ties: [{lot: true}]}' },
    ],
    ['unknown-entries', { show: 'title' }, {}],
    ['unknown-entries', { choose: '{max: 3, spread: {by: club, min: 2}}' }, { params: '' }],
    ['unknown-state', { during: 'voting' }, {}],
    ['ballot-window', { closes: '2025-05-01T09:00' }, {}],
    ['choose-order', { choose: '{min: 4, max: 3}' }, { params: '' }],
    ['choose-order', { choose: '{max: 1, spread: {by: guild, min: 2}}' }, { params: '' }],
    [
      'bands-misplaced',
      {},
      { ranking: '{score: [{source: ballots.finest, scale: rank_bands, weight: 1}], ties: [{lot: true}]}' },
    ],
    ['places-without-ranking', {}, { ranking: '' }],
    ['places-without-ranking', {}, { places: '' }],
    ['unknown-place', {}, { places: PLACES.replace('key: third', 'key: third, from: fourth') }],
    ['unknown-place', {}, { places: PLACES.replace('key: second', 'key: first') }],
    [
      'unknown-certificate-word',
      {},
      { places: PLACES.replace('key: third', 'key: third, certificate: "For {entri}"') },
    ],
    ['budget-differs', {}, { places: PLACES.replace('1500', '1500.5') }],
    [
      'no-last-tie',
      {},
      { ranking: '{score: [{source: ballots.finest, scale: votes, weight: 1}], ties: [{expr: e.years, order: desc}]}' },
    ],
    ['few-entries', {}, {}, { lanterns: { ...FIELDS.lanterns, maxItems: 6 } }],
    ['personal-in-ballot', { show: 'owner' }, {}],
    ['ballot-without-reaction', {}, {}],
    ['draw-misfit', {}, { draw: DRAW }],
    ['draw-misfit', {}, { draw: DRAW, ballots: '', ranking: '', places: '', budget: '' }],
    ['expression-unknown-field', {}, { draw: DRAW.replace('e.years', 'e.age'), places: '', budget: '' }],
    ['fixed-order', { shuffle: 'false' }, {}],
    ['electorate-misfit', { electorate: '{kind: codes, roles: [lender]}' }, {}],
    ['electorate-misfit', { electorate: '{kind: accounts, limit: [{per: all, window: hour, max: 9}]}' }, {}],
    ['electorate-misfit', { electorate: '{kind: open}' }, {}],
    ['unknown-role', { electorate: '{kind: accounts, roles: [smith]}' }, {}],
    ['open-vote', { electorate: '{kind: open}', quorum: '' }, {}],
    [
      'open-vote',
      { electorate: '{kind: open, limit: [{per: address, max: 1}]}', quorum: '' },
      { ranking: '', places: '' },
    ],
    ['unknown-entries', { text: 'story' }, {}],
    ['expression-unknown-field', { choose: '{max: params.voices}' }, { params: '' }],
    [
      'expression-unknown-field',
      {},
      {
        ranking:
          '{score: [{source: ballots.finest, scale: votes, weight: 1}], ties: [{expr: e.age, order: desc}, {lot: true}]}',
      },
    ],
  ];

  it.each(PLANTED.map(([code, ballot, more, form = FIELDS]) => ({ code, ballot, more, form })))(
    'finds $code',
    ({ code, ballot, more, form }) => {
      expect(codesOf(contest(ballot, more, form))).toContain(code);
    },
  );

  it('lets an open vote weigh a fifth beside a vote with codes', () => {
    const parts = { ...BALLOT, during: 'voting' };
    const crowd = { ...parts, electorate: '{kind: open, limit: [{per: device, max: 1}]}', quorum: '' };
    const weighed = (weight: number): string[] =>
      codesOf(
        contest(
          {},
          {
            ballots: `{finest: ${flow(parts)}, crowd: ${flow(crowd)}}`,
            ranking: `{score: [{source: ballots.finest, scale: share_of_max, weight: 80}, {source: ballots.crowd, scale: share_of_max, weight: ${weight}}], ties: [{lot: true}]}`,
            states: VOTING,
          },
        ),
      );
    expect(weighed(20)).toEqual([]);
    expect(weighed(21)).toEqual(['open-vote']);
  });

  it('finds a ballot that a condition misspells, wherever its name stands, and lets the right name be', () => {
    const asked = (when: string): string[] => {
      const closed = `'@ballot.closed': {to: [{when: '${when}', state: sent}, {state: open}]}`;
      return codesOf(contest({ during: 'voting' }, { states: VOTING.replace("'@ballot.closed': {to: sent}", closed) }));
    };
    expect(asked('ballot == "finest"')).toEqual([]);
    expect(asked('ballot in ["finest"]')).toEqual([]);
    for (const when of ['ballot == "finst"', '"finst" != ballot', 'ballot in ["finest", "finst"]'])
      expect(asked(when)).toEqual(['unknown-ballot']);
  });

  it('knows no word that does not work yet', () => {
    for (const word of ['limit: {per: account, max: 1}']) {
      const [key = '', value = ''] = word.split(/: (.*)/);
      expect(codesOf(contest({ [key]: value }))).toContain('unknown-key');
    }
  });
});
