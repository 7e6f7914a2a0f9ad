import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Chased } from '../../../server/contract/wire/case.ts';
import type { Browser } from '../../support/app.ts';
import { berths, type Harbour, harbour, send, view } from '../../support/harbour.ts';

describe('urging organisations to report', () => {
  let system: Harbour;
  let marta: Browser;
  let north: string;
  let south: string;

  beforeAll(async () => {
    system = await harbour();
    marta = await system.as('marta');
    north = await system.caseOf({ workflow: 'berth_list', organisation: 'north' });
    south = await system.caseOf({ workflow: 'berth_list', organisation: 'south' });
  });

  afterAll(() => system.close());

  const chase = (browser: Browser, cases: string[], text?: string) =>
    browser.post<Chased>('/api/cases/chase', { cases, ...(text !== undefined && { text }) });
  const ordered = () =>
    system.rows<{ case: string; payload: { actors: string[]; payload: { comment: string } } }>(
      `SELECT o.payload ->> 'case' AS case, o.payload FROM outbox o, tenant t WHERE ENTERED AND o.payload ->> 'template' = '@chase'`,
    );

  it('tells those who are awaited, leaves a line, and takes nothing from whoever is filling in', async () => {
    const nora = await system.as('nora');
    const { lockVersion } = await view(nora, north);
    expect((await chase(marta, [north, south, north], 'The dredger comes on Monday.')).body).toEqual({
      told: 2,
      cases: [
        { case: north, outcome: 'told' },
        { case: south, outcome: 'told' },
      ],
    });
    expect((await ordered()).map((one) => [one.case, one.payload.actors, one.payload.payload.comment]).sort()).toEqual(
      [north, south].sort().map((id) => [id, expect.arrayContaining(['clerk']), 'The dredger comes on Monday.']),
    );
    const { body: events } = await nora.get<{ title: string; by: string; comment: string }[]>(
      `/api/cases/${north}/events`,
    );
    expect(events).toContainEqual(expect.objectContaining({ type: 'chased', comment: 'The dredger comes on Monday.' }));
    expect((await view(nora, north)).lockVersion).toBe(lockVersion);
  });

  it('passes over who has reported meanwhile, and cases that are none of the person’s', async () => {
    await send(await system.as('nora'), north, berths(1));
    const nowhere = '00000000-0000-4000-8000-0000000000ff';
    expect((await chase(marta, [north, south, nowhere])).body).toEqual({
      told: 1,
      cases: [
        { case: north, outcome: 'not-owing' },
        { case: south, outcome: 'told' },
        { case: nowhere, outcome: 'not-yours' },
      ],
    });
  });

  it('is refused to whoever may not send notices, and beyond its limits', async () => {
    expect((await chase(await system.as('ines'), [south])).status).toBe(403);
    expect((await chase(marta, [])).status).toBe(422);
    expect((await chase(marta, [south], 'x'.repeat(501))).status).toBe(422);
  });
});
