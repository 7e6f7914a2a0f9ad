import type { Casting } from './stage.ts';

/** Three stations under two counties and a city, each with somebody at the desk. */
export const RIVER: Casting = {
  programme: 'river_watch',
  zone: 'Europe/London',
  begins: '2025-03-31T08:00',
  people: [
    { account: 'mill', organisation: 'mill_weir', roles: ['observer'] },
    { account: 'bridge', organisation: 'old_bridge', roles: ['observer'] },
    { account: 'north', organisation: 'northmoor', roles: ['county_checker'] },
    { account: 'south', organisation: 'southmoor', roles: ['county_checker'] },
    { account: 'city', organisation: 'ashford', roles: ['city_editor'] },
  ],
};

/** The same programme with another line in one of its files. */
export const withLine = (from: string, to: string): Casting => ({
  ...RIVER,
  rewrite: (_, text) => text.replace(from, to),
});
