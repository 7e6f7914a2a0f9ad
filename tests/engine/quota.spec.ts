import { describe, expect, it } from '@jest/globals';
import type { PeerCase } from '../../server/engine/command.ts';
import { quotaLocks } from '../../server/engine/quota.ts';
import { signUpRefusal, startCase, startRefusal } from '../../server/engine/start.ts';
import { obligations } from '../../server/engine/obligation.ts';
import {
  ANNA,
  SHIPS,
  STRANGER,
  TOWER,
  aCase,
  act,
  at,
  does,
  facts,
  lighthouse,
  linesOf,
  moved,
  organisation,
  refusal,
} from './lighthouse.ts';

/** How many logs there may be, and who begins them. */

const NOON = at('2024-03-20T12:00');
const LATER = '2024-03-20T12:01';

const peer = (id: string, more: Partial<PeerCase> = {}): PeerCase => ({
  id,
  state: 'sent',
  status: 'open',
  final: null,
  period: null,
  submitted: true,
  zero: false,
  late: false,
  due: null,
  metrics: { ships: 1 },
  organisation: TOWER,
  at: at('2024-03-19T09:00'),
  marks: [],
  ...more,
});

const limited = (quota: string, more = '') => lighthouse(`{quotas: {few: ${quota}}${more}}`);
const send = (model: ReturnType<typeof lighthouse>, peers: PeerCase[]) =>
  does(model, aCase(model), act('submit'), { by: ANNA, when: '2024-03-20T12:00', facts: { data: SHIPS, peers } });

describe('a limit over the cases of a workflow', () => {
  const TWO = limited('{count: true, by: [organisation], max: 2, message: Two at most}');

  it('lets a report in while there is room, and refuses the one beyond with its own words', () => {
    expect(send(TWO, [peer('a')]).kind).toBe('moved');
    const refused = refusal(TWO, aCase(TWO), act('submit'), {
      by: ANNA,
      when: '2024-03-20T12:00',
      facts: { data: SHIPS, peers: [peer('a'), peer('b')] },
    });
    expect([refused.reason, refused.messages]).toEqual(['quota-exceeded', ['Two at most']]);
  });

  it('counts neither what was taken back, cancelled or failed, nor what other organisations sent', () => {
    const others = [
      peer('a', { submitted: false }),
      peer('b', { status: 'cancelled' }),
      peer('c', { final: 'failure' }),
      peer('d', { organisation: organisation('elsewhere') }),
    ];
    expect(send(TWO, [...others, peer('e')]).kind).toBe('moved');
  });

  it('counts only the cases for which its condition holds, within the calendar year of the receipt', () => {
    const model = limited(
      '{count: true, where: c.metrics.ships > 2, by: [programme], window: year, max: 1, message: No}',
      ", metrics: {ships: 'form.ships.size() + 2'}",
    );
    const small = peer('a', { metrics: { ships: 2 } });
    const old = peer('b', { metrics: { ships: 9 }, at: at('2023-12-31T23:59') });
    expect(send(model, [small, old]).kind).toBe('moved');
    expect(send(model, [peer('c', { metrics: { ships: 3 } })]).kind).toBe('refused');
  });

  it('adds up what cases publish, exactly, in groups by an attribute, up to an expression', () => {
    const model = limited(
      '{sum: tons, by: [{attribute: coast}], max: params.most, message: Too heavy}',
      ", metrics: {tons: '0.1'}, params: {most: {type: decimal, value: 0.3}}",
    );
    const light = (id: string, coast?: string): PeerCase =>
      peer(id, {
        metrics: { tons: 0.1 },
        organisation: organisation(id, coast === undefined ? {} : { attributes: { coast } }),
      });
    expect(send(model, [light('a'), light('b'), light('c', 'north')]).kind).toBe('moved');
    expect(send(model, [light('a'), light('b'), light('c')]).kind).toBe('refused');
  });

  it('names what must be held while it is counted, in a fixed order', () => {
    const model = limited('{count: true, by: [kind], max: 2, message: No}');
    const both = { ...aCase(model), organisation: { ...TOWER, kinds: ['lightship', 'lighthouse'] } };
    const locks = quotaLocks(model, both, NOON);
    expect(locks).toHaveLength(2);
    expect(locks).toEqual([...locks].sort());
  });

  describe('that marks', () => {
    const MARKING = limited('{count: true, by: [organisation], max: 1, on_exceed: mark, message: One too many}');

    it('takes what goes beyond, with a mark that is told in the history', () => {
      const first = send(MARKING, []);
      const second = send(MARKING, [peer('a')]);
      expect(first.kind === 'moved' && first.case.marks).toEqual([]);
      expect(second.kind === 'moved' && [second.case.marks, linesOf(second).includes('mark-set')]).toEqual([
        ['few'],
        true,
      ]);
    });

    it('clears the mark of the next in line when room is made, and of no other', () => {
      const sent = moved(MARKING, aCase(MARKING), act('submit'), {
        by: ANNA,
        when: '2024-03-20T12:00',
        facts: { data: SHIPS, peers: [peer('a')] },
      });
      const again = (peers: PeerCase[]) =>
        does(MARKING, sent.case, { type: 'recount' }, { by: null, when: LATER, facts: { peers } });
      const still = again([peer('a')]);
      const free = again([peer('a', { submitted: false })]);
      expect(still.kind === 'moved' && still.effects).toEqual([]);
      expect(free.kind === 'moved' && [free.case.marks, linesOf(free)]).toEqual([[], ['mark-cleared']]);
    });

    it('has marked cases looked at again when another one is taken back', () => {
      const sent = moved(MARKING, aCase(MARKING), act('submit'), {
        by: ANNA,
        when: '2024-03-20T12:00',
        facts: { data: SHIPS, peers: [] },
      });
      const marked = peer('b', { marks: ['few'], at: NOON + 500 });
      const back = moved(MARKING, sent.case, act('withdraw'), {
        by: ANNA,
        when: LATER,
        facts: { data: SHIPS, peers: [marked] },
      });
      expect(back.effects).toContainEqual({ kind: 'recount', case: 'b' });
    });
  });
});

describe('beginning a case', () => {
  const model = lighthouse(
    '{start: {by: [keeper], max: 2, from: 2024-03-20, to: 2024-03-20T18:00, require: [{expr: series.submitted.size() < 3, message: Three are enough}]}}',
  );
  const wish = (who = ANNA, begun = 0, series: PeerCase[] = []) => ({
    organisation: TOWER,
    facts: facts(who, { series }),
    begun,
  });

  it('is for its actors, in its time, up to its number, while its guards hold', () => {
    const reasons = [
      startRefusal(model, wish(), NOON),
      startRefusal(model, wish(STRANGER), NOON),
      startRefusal(model, wish(), at('2024-03-19T23:59')),
      startRefusal(model, wish(), at('2024-03-20T18:00')),
      startRefusal(model, wish(ANNA, 2), NOON),
      startRefusal(model, wish(ANNA, 0, [peer('a'), peer('b'), peer('c')]), NOON),
    ].map((refused) => refused?.reason ?? null);
    expect(reasons).toEqual([null, 'not-your-role', 'start-not-open', 'start-not-open', 'start-limit', 'guard-failed']);
  });

  it('leaves no obligation behind, and is told with who began it', () => {
    const towers = [{ ...TOWER, tags: [{ kind: 'lighthouse', from: null, to: null }], active: true }];
    expect(obligations(model, towers, NOON)).toEqual([]);
    expect(obligations(lighthouse(), towers, NOON).length).toBeGreaterThan(0);
    const begun = startCase(
      model,
      { id: 'x', organisation: TOWER, period: null, facts: facts(ANNA) },
      { actor: 'keeper', source: null },
      NOON,
    );
    expect(begun.effects[0]).toMatchObject({ kind: 'history', event: { type: 'opened', actor: 'keeper' } });
  });

  it('without an account is only possible where a public actor may, and then sends at once', () => {
    const open = lighthouse(
      "{actors: {keeper: {role: keeper, scope: public}}, start: {by: [keeper], privacy: {version: '1', text: Yours}}}",
    );
    const nobody = { organisation: TOWER, facts: facts(null), begun: 0 };
    expect(signUpRefusal(open, nobody, NOON)).toBeNull();
    expect(signUpRefusal(model, nobody, NOON)?.reason).toBe('not-your-role');
    const begun = aCase(open, NOON);
    expect(does(open, begun, act('submit'), { by: null, when: '2024-03-20T12:00', facts: { data: SHIPS } }).kind).toBe(
      'moved',
    );
    expect(
      does(open, { ...begun, submission: 1 }, act('submit'), {
        by: null,
        when: '2024-03-20T12:00',
        facts: { data: SHIPS },
      }).kind,
    ).toBe('refused');
  });
});
