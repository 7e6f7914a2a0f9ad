import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { moveValues } from '../../../server/engine/migration/move-values.ts';
import { splitOrphans, withOrphans } from '../../../server/engine/migration/orphans.ts';
import { propose } from '../../../server/engine/migration/propose.ts';
import { reversedPlan } from '../../../server/engine/migration/reverse.ts';
import { writePlan } from '../../../server/engine/migration/write-plan.ts';
import { Migration } from '../../../server/contract/definition/migration.ts';
import { parse } from 'yaml';
import { SHIPS, lighthouse } from '../lighthouse.ts';

const { form } = lighthouse();

const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 2 }),
);
const strange = fc.dictionary(fc.constantFrom('old', 'older', 'oldest'), value);
const anyData = fc
  .record({
    head: strange,
    weather: fc.option(strange, { nil: undefined }),
    rows: fc.array(strange, { maxLength: 4 }),
  })
  .map(({ head, weather, rows }): Record<string, unknown> => ({
    keeper: 'Anna',
    ...head,
    ...(weather !== undefined && { weather: { wind: 4, ...weather } }),
    ships: rows.map((row, n) => ({ _id: `r${n}`, name: 'Seeadler', ...row })),
  }));

describe('values in fields that a form has no more', () => {
  it('stand apart, and come back to their places', () => {
    fc.assert(
      fc.property(anyData, (data) => {
        const apart = splitOrphans(form, data);
        expect(withOrphans(apart.data, apart.orphans)).toEqual(data);
        expect(splitOrphans(form, apart.data)).toEqual({ data: apart.data, orphans: [] });
      }),
    );
  });

  it('are none where the form knows everything; the data are then the very same', () => {
    const apart = splitOrphans(form, SHIPS);
    expect(apart.data).toBe(SHIPS);
    expect(apart.orphans).toEqual([]);
  });

  it('go with their row, and with nothing else', () => {
    const { orphans } = splitOrphans(form, {
      ships: [
        { _id: 'r1', old: 1 },
        { _id: 'r2', old: 2 },
      ],
      older: 3,
    });
    expect(withOrphans({ ships: [{ _id: 'r2', name: 'x' }] }, orphans)).toEqual({
      ships: [{ _id: 'r2', name: 'x', old: 2 }],
      older: 3,
    });
  });
});

describe('values that go to other fields', () => {
  const to = (from: string, target: string) => ({ from: from.split('.'), to: target.split('.') });

  it('go in the head, in a section, and in every row', () => {
    const data = { note: 'a', weather: { wind: 4 }, ships: [{ _id: '1', tons: 7 }, { _id: '2' }] };
    const moves = [to('note', 'remark'), to('weather.wind', 'weather.force'), to('ships.tons', 'ships.weight')];
    expect(moveValues(data, moves)).toEqual({
      remark: 'a',
      weather: { force: 4 },
      ships: [{ _id: '1', weight: 7 }, { _id: '2' }],
    });
  });

  it('never take the place of a value that is there, and leave the very same data where there is nothing to move', () => {
    const data = { note: 'a', remark: 'b' };
    expect(moveValues(data, [to('note', 'remark')])).toBe(data);
    expect(moveValues(data, [to('nothing', 'remark')])).toBe(data);
  });

  it('come back by the moves turned round', () => {
    const data = { note: 'a', ships: [{ _id: '1', tons: 7 }] };
    const there = moveValues(data, [to('note', 'remark'), to('ships.tons', 'ships.weight')]);
    expect(moveValues(there, [to('remark', 'note'), to('ships.weight', 'ships.tons')])).toEqual(data);
  });
});

describe('a plan', () => {
  const plan = Migration.parse({
    apiVersion: 'formflow/v1',
    kind: 'Migration',
    key: 'log_3_to_4',
    workflow: 'log',
    from: 3,
    to: 4,
    states: { sent: 'county', open: 'begun', kept: 'begun' },
    tasks: { check: { to: 'county.look', keep_assignee: true } },
    fields: [{ move: { note: 'remark' } }],
    deadlines: 'keep',
  });

  it('is the same after it was written and read', () => {
    expect(Migration.parse(parse(writePlan(plan)))).toEqual(plan);
  });

  it('turned round leads back where one way led there, and leaves open where two did', () => {
    const back = reversedPlan(plan, { from: 4, to: 5 });
    expect(back).toMatchObject({ from: 4, to: 5, states: { county: 'sent' }, fields: [{ move: { remark: 'note' } }] });
  });

  it('is asked for where cases would lose their state, and offered where they could go to a new one', () => {
    const gone = lighthouse('{states: {sent: ~, posted: {title: Sent}}}');
    const asked = { before: lighthouse(), after: gone, versions: { from: 1, to: 2 }, back: null };
    expect(propose({ ...asked, after: lighthouse(), occupied: [{ state: 'open', cases: 3 }] })).toBeNull();
    expect(propose({ ...asked, occupied: [] })).toBeNull();
    const offered = propose({ ...asked, occupied: [{ state: 'open', cases: 3 }] });
    expect(offered).toMatchObject({ open: [], needed: false });
    expect(offered?.plan.states).toBeUndefined();
    expect(propose({ ...asked, occupied: [{ state: 'sent', cases: 3 }] })).toMatchObject({
      plan: { states: { sent: 'posted' } },
      open: [],
      needed: true,
    });
  });
});
