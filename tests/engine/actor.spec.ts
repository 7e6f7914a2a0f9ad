import { describe, expect, it } from '@jest/globals';
import { actorsOf, partsOf } from '../../server/engine/actor.ts';
import type { Organisation } from '../../server/engine/case.ts';
import type { Person } from '../../server/engine/command.ts';
import { ANNA, BERT, OFFICE, STRANGER, TOWER, lighthouse, organisation, person } from './lighthouse.ts';

const plays = (who: Person | null, of: Organisation | null, actors?: string, data = {}): string[] =>
  actorsOf(lighthouse(actors === undefined ? '{}' : `{actors: ${actors}}`), {
    case: { organisation: of },
    person: who,
    data,
  });

const COUNTY = { id: 'county', code: 'county', kinds: ['harbour'] };
const STATE = { id: 'state', code: 'state', kinds: ['harbour'] };
const BELOW = organisation('tower', { ancestors: [COUNTY, STATE], relations: { towed_by: ['tug'] } });
const scoped = (scope: string): string => `{watcher: {role: guest, scope: ${scope}}}`;
const watches = (from: Organisation | null, scope: string, of: Organisation | null = BELOW): boolean =>
  plays(person('w', 'guest', from), of, scoped(scope)).includes('watcher');

describe('who plays which actor for a case', () => {
  it('is whoever holds the role in its own organisation', () => {
    expect(plays(ANNA, TOWER)).toEqual(['keeper']);
    expect(plays(STRANGER, TOWER)).toEqual([]);
    expect(plays(person('anna', 'guest', TOWER), TOWER)).toEqual([]);
  });

  it('is whoever holds the role anywhere, where the scope is the programme', () => {
    expect(plays(BERT, TOWER)).toEqual(['checker']);
    expect(plays(person('bert', 'checker', null), TOWER)).toEqual(['checker']);
    expect(plays(BERT, null)).toEqual(['checker']);
  });

  it('is nobody for a case without organisation, where the scope is one’s own', () => {
    expect(plays(person('anna', 'keeper', null), null)).toEqual([]);
  });

  it('is everybody for what is public, signed in or not', () => {
    expect(plays(null, TOWER, scoped('public'))).toEqual(['watcher']);
    expect(plays(STRANGER, TOWER, scoped('public'))).toEqual(['watcher']);
    expect(plays(null, TOWER)).toEqual([]);
  });

  it.each([
    ['subtree', 'state', true],
    ['subtree', 'tower', true],
    ['subtree', 'elsewhere', false],
    ['{relation: parent}', 'county', true],
    ['{relation: parent}', 'state', false],
    ['{relation: towed_by}', 'tug', true],
    ['{relation: towed_by}', 'county', false],
    ['{relation: owned_by}', 'county', false],
    ['{ancestor: harbour}', 'county', true],
    ['{ancestor: harbour}', 'state', false],
    ['{ancestor: lightship}', 'county', false],
    ['own', 'county', false],
  ])('with scope %s sits in %s: %s', (scope, from, expected) => {
    expect(watches(organisation(from), scope)).toBe(expected);
  });

  it('is a sibling only beside, not in, the organisation of the case', () => {
    expect(watches(organisation('other', { ancestors: [COUNTY] }), 'siblings')).toBe(true);
    expect(watches(organisation('tower', { ancestors: [COUNTY] }), 'siblings')).toBe(false);
    expect(watches(organisation('other', { ancestors: [STATE] }), 'siblings')).toBe(false);
    expect(watches(organisation('other'), 'siblings', TOWER)).toBe(false);
  });

  it('differs by the kind of the organisation', () => {
    const actors =
      '{guide: {for: {lighthouse: {role: guest, scope: own}, lightship: {role: checker, scope: programme}}}}';
    const ship = organisation('ship', { kinds: ['lightship'] });
    expect(plays(BERT, ship, actors)).toContain('guide');
    expect(plays(BERT, TOWER, actors)).not.toContain('guide');
    expect(plays(person('g', 'guest', TOWER), TOWER, actors)).toEqual(['guide']);
    expect(plays(BERT, OFFICE, actors)).not.toContain('guide');
  });

  it('is the person whom the form names', () => {
    const actors = '{named: {person: keeper}}';
    expect(plays(STRANGER, TOWER, actors, { keeper: 'eve' })).toEqual(['named']);
    expect(plays(STRANGER, TOWER, actors, { keeper: 'anna' })).toEqual([]);
    expect(plays(null, TOWER, actors)).toEqual([]);
  });

  it('can be the same through two organisations', () => {
    const both: Person = {
      ...BERT,
      memberships: [...BERT.memberships, { organisation: TOWER, roles: ['checker', 'keeper'] }],
    };
    const parts = partsOf(lighthouse(), { case: { organisation: TOWER }, person: both, data: {} });
    expect(parts.map(({ actor, organisation: from }) => `${actor} of ${from?.id ?? ''}`)).toEqual([
      'keeper of tower',
      'checker of office',
      'checker of tower',
    ]);
  });
});
