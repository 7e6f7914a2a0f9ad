import { describe, expect, it } from '@jest/globals';
import type { Person } from '../../server/engine/command.ts';
import { isReached, union } from '../../server/engine/reach.ts';
import { rightsOf } from '../../server/engine/rights.ts';
import { visible } from '../../server/engine/visible.ts';
import {
  STRANGER,
  ANNA,
  BERT,
  DORA,
  OFFICE,
  SHIPS,
  TOWER,
  aCase,
  aSentCase,
  at,
  facts,
  lighthouse,
  organisation,
  person,
} from './lighthouse.ts';

const DATA = {
  keeper: 'Anna',
  note: 'calm',
  weather: { wind: 3, rain: false },
  ships: [
    { _id: 'r1', name: 'Seeadler', flag: 'de', tons: 7 },
    { _id: 'r2', name: 'Tower Belle', flag: 'gb', tons: 9 },
  ],
};

const model = (open: string, actors = '{}') => lighthouse(`{states: {open: ${open}}, actors: ${actors}}`);
const rights = (
  who: Person | null,
  open: string,
  more: { actors?: string; proxy?: boolean; queries?: { field: string; roster?: string; row?: string }[] } = {},
) => {
  const found = model(open, `{guest: {role: guest, scope: programme}${more.actors ?? ''}}`);
  const seen = facts(who, { data: DATA, openQueries: more.queries ?? [] });
  return rightsOf(
    { model: found, case: aCase(found), facts: seen, now: at('2024-03-21T09:00') },
    { proxy: more.proxy ?? false },
  );
};

const GUEST = person('gil', 'guest');

describe('what one may read, write and remark upon', () => {
  it('is all that one may write, and nothing where one is not named', () => {
    expect(rights(ANNA, '{}')).toEqual({ read: 'all', write: 'all', remark: 'none' });
    expect(rights(GUEST, '{}')).toEqual({ read: 'none', write: 'none', remark: 'none' });
    expect(rights(null, '{}')).toEqual({ read: 'none', write: 'none', remark: 'none' });
  });

  it('is to read all where one has something to do, whatever the rights say', () => {
    expect(rights(ANNA, '{rights: {guest: {read: all}, keeper: ~}}').read).toBe('all');
    expect(rights(GUEST, '{tasks: {watch: {actors: [guest]}}}').read).toBe('all');
  });

  it('is to read all and write nothing in a state without rights, for actors only', () => {
    expect(rights(GUEST, '{rights: ~}')).toEqual({ read: 'all', write: 'none', remark: 'none' });
    expect(rights(ANNA, '{rights: ~}').write).toBe('none');
    expect(rights(STRANGER, '{rights: ~}').read).toBe('none');
  });

  it('is no wider for a role that may read cases', () => {
    expect(rights(DORA, '{}').read).toBe('none');
  });

  it('is some sections and fields', () => {
    expect(rights(GUEST, '{rights: {guest: {read: {sections: [weather], fields: [ships.name]}}}}').read).toEqual({
      fields: ['weather', 'ships.name'],
    });
  });

  it('is the rows for which a condition holds', () => {
    const right = "{read: {rows: 'row.flag == actor.organisation.code'}}";
    const british = person('gil', 'guest', organisation('gb'));
    expect(rights(british, `{rights: {guest: ${right}}}`).read).toEqual({ fields: [], rows: { ships: ['r2'] } });
    expect(rights(GUEST, `{rights: {guest: ${right}}}`).read).toEqual({ fields: [], rows: { ships: [] } });
  });

  it('is the cells with an open remark, and what they hold can be read', () => {
    const queries = [{ field: 'tons', roster: 'ships', row: 'r1' }, { field: 'note' }];
    const found = rights(GUEST, '{rights: {guest: {write: queried}}}', { queries });
    expect(found.write).toEqual({ fields: [], cells: queries });
    expect(found.read).toEqual(found.write);
  });

  it('takes in what is computed from what one may write, to send it along but not to read it', () => {
    const sum = lighthouse(
      '{states: {open: {rights: {guest: {write: {fields: [note]}}}}}, actors: {guest: {role: guest, scope: programme}}}',
      '{}',
      "{properties: {count: {type: integer, x-computed: 'form.ships.size()'}}}",
    );
    const found = rightsOf({
      model: sum,
      case: aCase(sum),
      facts: facts(GUEST, { data: DATA }),
      now: at('2024-03-21T09:00'),
    });
    expect(found).toMatchObject({ read: { fields: ['note'] }, write: { fields: ['note', 'count'] } });
  });

  it('joins what several parts give', () => {
    const both: Person = { ...GUEST, memberships: [...GUEST.memberships, { organisation: TOWER, roles: ['keeper'] }] };
    expect(
      rights(both, '{rights: {guest: {read: {fields: [note]}}, keeper: {write: {fields: [keeper]}}}}'),
    ).toMatchObject({
      read: 'all',
      write: { fields: ['keeper'] },
    });
  });

  it('lets a proxy write as those who submit, while acting by proxy', () => {
    expect(rights(BERT, '{}')).toEqual({ read: 'none', write: 'none', remark: 'none' });
    expect(rights(BERT, '{}', { proxy: true })).toEqual({ read: 'all', write: 'all', remark: 'none' });
    expect(rights(GUEST, '{}', { proxy: true }).write).toBe('none');
  });

  it('is to write nothing where the case is not open', () => {
    const found = lighthouse();
    const situation = { model: found, facts: facts(ANNA, { data: DATA }), now: at('2024-03-21T09:00') };
    for (const status of ['upcoming', 'exempt', 'cancelled'] as const) {
      expect(rightsOf({ ...situation, case: aCase(found, undefined, { status }) })).toMatchObject({
        read: 'all',
        write: 'none',
      });
    }
  });

  it('is to remark where the rights say so', () => {
    const found = lighthouse();
    const reading = rightsOf({
      model: found,
      case: aSentCase(found),
      facts: facts(BERT, { data: SHIPS }),
      now: at('2024-03-29T09:00'),
    });
    expect(reading).toEqual({ read: 'all', write: 'none', remark: 'all' });
  });
});

describe('a reach', () => {
  it('is joined with another', () => {
    expect(union([])).toBe('none');
    expect(union(['none', { fields: ['a'] }, { fields: ['a', 'b'], rows: { r: ['1'] } }])).toEqual({
      fields: ['a', 'b'],
      rows: { r: ['1'] },
    });
    expect(
      union([
        { fields: [], rows: { r: ['1'] } },
        { fields: [], rows: { r: ['2'], s: ['3'] } },
      ]),
    ).toEqual({ fields: [], rows: { r: ['1', '2'], s: ['3'] } });
    expect(union([{ fields: ['a'] }, 'all'])).toBe('all');
  });

  it('covers a cell through its field, its row or by itself', () => {
    const cell = { roster: 'ships', row: 'r1', field: 'tons' };
    expect(isReached({ fields: ['ships'] }, cell)).toBe(true);
    expect(isReached({ fields: ['ships.tons'] }, cell)).toBe(true);
    expect(isReached({ fields: ['ships.name', 'tons'] }, cell)).toBe(false);
    expect(isReached({ fields: [], rows: { ships: ['r1'] } }, cell)).toBe(true);
    expect(isReached({ fields: [], rows: { ships: ['r2'] } }, cell)).toBe(false);
    expect(isReached({ fields: [], cells: [cell] }, cell)).toBe(true);
    expect(isReached('none', cell)).toBe(false);
    expect(visible(DATA, { fields: [], cells: [{ field: 'weather.wind' }, { field: 'rain' }] })).toEqual({
      weather: DATA.weather,
    });
  });

  it('cuts data to what it covers, and leaves rows their id', () => {
    expect(visible(DATA, 'all')).toBe(DATA);
    expect(visible(DATA, 'none')).toEqual({});
    expect(visible(DATA, { fields: ['weather.wind', 'ships.name'] })).toEqual({
      weather: { wind: 3 },
      ships: [
        { _id: 'r1', name: 'Seeadler' },
        { _id: 'r2', name: 'Tower Belle' },
      ],
    });
    expect(visible(DATA, { fields: [], rows: { ships: ['r2'] } })).toEqual({ ships: [DATA.ships[1]] });
    expect(visible(DATA, { fields: [], cells: [{ field: 'tons', roster: 'ships', row: 'r1' }] })).toEqual({
      ships: [{ _id: 'r1', tons: 7 }],
    });
    expect(visible(DATA, { fields: ['nothing'] })).toEqual({});
  });

  it('of an office is no longer than its name', () => {
    expect(visible({ office: OFFICE.id, officer: 'x' }, { fields: ['office'] })).toEqual({ office: 'office' });
  });
});
