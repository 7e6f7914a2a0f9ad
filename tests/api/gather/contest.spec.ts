import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Manifest } from '../../../server/engine/ballot/manifest.ts';
import { ClosingService } from '../../../server/modules/ballots/closing.service.ts';
import { TalliesService } from '../../../server/modules/ballots/tallies.service.ts';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { Obligations } from '../../../server/modules/obligations.ts';
import { Clock } from '../../../server/modules/clock.ts';
import { readFolder } from '../../../server/registry/folder.ts';
import { ENTERED, TENANT, tenantValues } from '../../../server/storage/tenant.ts';
import { ContestEventHandler } from '../../../server/work/contest-event.handler.ts';
import { app, type Browser, type TestApp } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { anOrganisation, aPerson } from '../../support/people.ts';
import { doing } from '../../support/school-libraries.ts';
import { byNode, byPython } from '../../office/verify/programs.ts';
import { ballot, cast } from '../ballots/contest.ts';

/** Poems of the districts: societies send them in, a board admits them, people vote, and the case goes on by itself. */

const FOLDER = resolve(import.meta.dirname, '../../fixtures/programmes/kvaedakeppni');
const PATH = '/api/programmes/kvaedakeppni/elections';

/** The programme's zone is that of UTC. */
const localTime = (time: number): string => new Date(time).toISOString().slice(0, 19);

const POEMS = [
  ['hof', { heiti: 'Haustnótt', upphaf: 'Nú fellur lauf', landshluti: 'nordur', erindi: 4, lengd: 3 }],
  ['vik', { heiti: 'Brim', landshluti: 'sudur', erindi: 6, lengd: 5 }],
  ['nes', { heiti: 'Lóan', landshluti: 'sudur', erindi: 2, lengd: 2 }],
] as const;

describe('a contest of gathered cases', () => {
  let system: TestApp;
  let [ada, bob, nefnd]: Browser[] = [];
  let contest = '';
  let grants = '';
  let evening = '';
  let election = '';
  let codes: string[] = [];
  const poems: Record<string, string> = {};

  const rows = <Row>(statement: string, values: unknown[] = []): Promise<Row[]> =>
    system.sql.query<Row>(`WITH ${TENANT} ${statement.replace('ENTERED', ENTERED)}`, [
      ...tenantValues('system'),
      ...values,
    ]);
  const stateOf = async (id: string): Promise<string | undefined> =>
    (await rows<{ state: string }>('SELECT state FROM case_ WHERE ENTERED AND id = $7', [id]))[0]?.state;
  /** What the worker does with the orders that elections left. */
  const carryOut = async (): Promise<string[]> => {
    const orders = await rows<{ payload: { name: string } }>(
      `SELECT payload FROM outbox WHERE ENTERED AND topic = 'contest-event' ORDER BY id`,
    );
    const handler = system.server.get(ContestEventHandler, { strict: false });
    for (const { payload } of orders) await handler.prepare(payload);
    return orders.map(({ payload }) => payload.name);
  };
  const both = async (election: string, action: string): Promise<number | undefined> => {
    const proposed = await ada?.post<{ waiting: { id: string } | null }>(`${PATH}/${election}/actions`, { action });
    if (proposed?.status !== 201) return proposed?.status;
    return (await bob?.post(`${PATH}/${election}/actions/${proposed.body.waiting?.id ?? ''}`, {}))?.status;
  };

  /** Both programs look at the bundle of the last count. */
  const verdicts = async (id: string): Promise<number[]> => {
    const path = join(mkdtempSync(join(tmpdir(), 'formflow-poems-')), 'bundle.zip');
    writeFileSync(path, await system.server.get(TalliesService, { strict: false }).bundle(id));
    const codes = [byPython([path]).code, byNode([path]).code];
    rmSync(dirname(path), { recursive: true });
    return codes;
  };

  beforeAll(async () => {
    system = await app();
    await system.server.get(Clock, { strict: false }).begin(new Date('2025-09-01T09:00:00Z'));
    const ids: Record<string, string> = { nefnd: await anOrganisation(system.sql, 'nefnd', { kinds: ['nefnd'] }) };
    for (const [code] of POEMS) ids[code] = await anOrganisation(system.sql, code, { kinds: ['kvaedafelag'] });
    const { sources } = await readFolder(FOLDER);
    const timed = sources.map((source) => ({
      ...source,
      text: source.text
        .replace('2025-09-22T09:00', localTime(Date.now() - 60_000))
        .replace('2025-09-29T18:00', localTime(Date.now() + 15_000))
        .replace('2025-10-01T09:00', localTime(Date.now() - 60_000))
        .replace('2025-10-01T10:00', localTime(Date.now() + 15_000)),
    }));
    await system.server.get(PublishService, { strict: false }).publish({ sources: timed });
    await system.server.get(Obligations, { strict: false }).ensure();
    const [{ id: programme } = { id: '' }] = await system.sql.query<{ id: string }>('SELECT id FROM programme');
    const organisation = ids['nefnd'] ?? '';
    await aPerson(system.sql, 'nefnd', [{ role: 'nefndin', programme, organisation }]);
    for (const account of ['ada', 'bob']) await aPerson(system.sql, account, [{ role: 'skipuleggjandi', programme }]);
    [ada, bob, nefnd] = [await system.as('ada'), await system.as('bob'), await system.as('nefnd')];
    const caseOf = async (workflow: string, of: string | null): Promise<string> => {
      const [row] = await rows<{ id: string }>(
        `SELECT c.id FROM case_ c JOIN definition d ON d.id = c.workflow_id
          WHERE ENTERED AND d.key = $7 AND c.organisation_id IS NOT DISTINCT FROM $8`,
        [workflow, of],
      );
      return row?.id ?? '';
    };
    for (const [code, data] of POEMS) {
      await aPerson(system.sql, code, [{ role: 'formadur', programme, organisation: ids[code] ?? '' }]);
      const id = (poems[code] = await caseOf('innsending', ids[code] ?? ''));
      const sent = await doing(await system.as(code), id, { action: 'senda', data });
      if (sent.status !== 200) throw new Error(sent.text);
      await doing(nefnd, id, { action: 'samthykkja' });
    }
    for (const account of ['dora', 'egill'])
      await aPerson(system.sql, account, [{ role: 'domari', programme, organisation }]);
    [contest, grants] = [await caseOf('keppni', null), await caseOf('styrkir', null)];
    evening = await caseOf('urslit', null);
  });
  afterAll(() => system.close());

  it('has the gathered cases on its ballot, with the text that stands beside a title, grouped by their fields', async () => {
    expect((await ada?.post(PATH, { case: contest, ballot: 'folkid' }))?.status).toBe(409);
    if (nefnd === undefined) throw new Error('nobody is there');
    expect((await doing(nefnd, contest, { action: 'hefja', data: {} })).status).toBe(200);
    const planned = await ada?.post<{ id: string }>(PATH, { case: contest, ballot: 'folkid' });
    expect(planned?.status).toBe(201);
    election = planned?.body.id ?? '';
    const issued = await ada?.post<{ codes: { code: string }[] }>(`${PATH}/${election}/codes`, {
      batch: 'a',
      count: 5,
    });
    codes = issued?.body.codes.map(({ code }) => code) ?? [];
    expect(await both(election, 'seal')).toBe(200);
    const [{ manifest } = { manifest: '' }] = await system.sql.query<{ manifest: string }>(
      'SELECT manifest FROM vote_election WHERE id = $1',
      [election],
    );
    const { candidates } = JSON.parse(manifest) as Manifest;
    const haust = candidates.find((candidate) => candidate.id === poems['hof']);
    expect(haust).toEqual({
      id: poems['hof'],
      title: 'Haustnótt',
      text: 'Nú fellur lauf',
      groups: { organisation: 'hof', landshluti: 'nordur' },
      criteria: ['7'],
    });
    expect(candidates.map(({ title }) => title).sort()).toEqual(['Brim', 'Haustnótt', 'Lóan']);
  });

  it('closes and is counted, and the case follows each time, once', async () => {
    expect(await both(election, 'open')).toBe(200);
    const [hof = '', vik = '', nes = ''] = ['hof', 'vik', 'nes'].map((code) => poems[code]);
    const choices = [[hof, vik], [hof, vik], [hof, nes], []].map((choice) => choice.sort());
    for (const [n, choice] of choices.entries())
      expect((await cast(system, election, ballot(election, codes[n] ?? '', { choice }))).status).toBe(200);
    const closing = system.server.get(ClosingService, { strict: false });
    await eventually(() => closing.close(election), true, 60);
    await closing.close(election);
    expect(await carryOut()).toEqual(['@ballot.closed']);
    expect(await stateOf(contest)).toBe('talning');
    expect((await ada?.post(`${PATH}/${election}/seed`, { seed: '1-2-3' }))?.status).toBe(204);
    const counted = await ada?.post<{ result: object }>(`${PATH}/${election}/tallies`, {});
    expect(counted?.body.result).toMatchObject({
      status: 'done',
      awards: [
        { entry: hof, place: 'gull' },
        { entry: vik, place: 'gull' },
      ],
    });
    expect(await carryOut()).toEqual(['@ballot.closed', '@tally.done']);
    expect(await stateOf(contest)).toBe('lokid');
    const lines = await rows<{ type: string; payload: { event?: string } }>(
      `SELECT type, payload FROM event WHERE ENTERED AND case_id = $7 AND type = 'contest-event' ORDER BY seq`,
      [contest],
    );
    expect(lines.map(({ payload }) => payload.event)).toEqual(['@ballot.closed', '@tally.done']);
  });

  it('draws among gathered cases without any voter, within the budget, and the case follows', async () => {
    if (nefnd === undefined) throw new Error('nobody is there');
    expect((await doing(nefnd, grants, { action: 'hefja', data: {} })).status).toBe(200);
    const planned = await ada?.post<{ id: string }>(PATH, { case: grants, ballot: 'hlutkesti' });
    const id = planned?.body.id ?? '';
    expect(await both(id, 'seal')).toBe(200);
    expect(await both(id, 'open')).toBe(200);
    const closing = system.server.get(ClosingService, { strict: false });
    await eventually(() => closing.close(id), true, 60);
    await carryOut();
    expect(await stateOf(grants)).toBe('talid');
    expect((await ada?.post(`${PATH}/${id}/seed`, { seed: 'Lottó 3-8-21' }))?.status).toBe(204);
    const counted = await ada?.post<{ result: { status: string; awards: { entry: string; place: string }[] } }>(
      `${PATH}/${id}/tallies`,
      {},
    );
    const { status, awards = [] } = counted?.body.result ?? {};
    const costs = new Map<string | undefined, number>(POEMS.map(([code, { lengd }]) => [poems[code], lengd * 10_000]));
    expect([status, awards.length > 0]).toEqual(['done', true]);
    expect(awards.reduce((sum, { entry }) => sum + (costs.get(entry) ?? Number.NaN), 0)).toBeLessThanOrEqual(90_000);
    await carryOut();
    expect(await stateOf(grants)).toBe('veitt');
    expect(await verdicts(id)).toEqual([0, 0]);
  });

  it('weighs the votes of the hall with the marks of the judges, once they have finished, with a place in each district', async () => {
    if (nefnd === undefined) throw new Error('nobody is there');
    expect((await doing(nefnd, evening, { action: 'hefja', data: {} })).status).toBe(200);
    const id = (await ada?.post<{ id: string }>(PATH, { case: evening, ballot: 'salur' }))?.body.id ?? '';
    const closes = new Date(Date.now() + 35_000).toISOString();
    const window = { opens: new Date(Date.now() - 60_000).toISOString(), closes };
    expect((await ada?.ask('PUT', `${PATH}/${id}/window`, { body: window }))?.status).toBe(200);
    const issued = await ada?.post<{ codes: { code: string }[] }>(`${PATH}/${id}/codes`, { batch: 'a', count: 4 });
    expect([await both(id, 'seal'), await both(id, 'open')]).toEqual([200, 200]);
    const [hof = '', vik = '', nes = ''] = ['hof', 'vik', 'nes'].map((code) => poems[code]);
    for (const [n, entry] of [vik, vik, nes, hof].entries()) {
      const code = issued?.body.codes[n]?.code ?? '';
      expect((await cast(system, id, ballot(id, code, { choice: [entry] }))).status).toBe(200);
    }
    const marks: Record<string, [number, number]> = { [hof]: [3, 3], [vik]: [4, 4], [nes]: [10, 10] };
    for (const account of ['dora', 'egill']) {
      const judge = await system.as(account);
      for (const [subject, [flutningur, ljod]] of Object.entries(marks)) {
        const body = { subject, marks: { domnefnd: { flutningur, ljod } } };
        const headers = { 'idempotency-key': randomUUID() };
        expect((await judge.post(`/api/cases/${evening}/tasks/domur/finish`, body, { headers })).status).toBe(200);
      }
    }
    const closing = system.server.get(ClosingService, { strict: false });
    await eventually(() => closing.close(id), true, 60);
    await carryOut();
    expect(await stateOf(evening)).toBe('talning');
    expect((await ada?.post(`${PATH}/${id}/seed`, { seed: '4-5-6' }))?.status).toBe(204);
    const counted = await ada?.post<{ result: object }>(`${PATH}/${id}/tallies`, {});
    // The hall gives Vik 40 and Nes 20, the judges give Vik 24 and Nes 60; Hof stands alone in its district.
    expect(counted?.body.result).toMatchObject({
      status: 'done',
      votes: { [vik]: 2, [nes]: 1, [hof]: 1 },
      sources: { 'marks.domnefnd': { [vik]: '12', [nes]: '30', [hof]: '9' } },
      scores: { [vik]: '64', [nes]: '80', [hof]: '38' },
      ranking: [[nes], [vik], [hof]],
    });
    const { awards } = (counted?.body.result ?? {}) as { awards: { entry: string; place: string }[] };
    expect(awards.map(({ entry }) => entry).sort()).toEqual([hof, nes].sort());
    await carryOut();
    expect(await stateOf(evening)).toBe('lokid');
    expect(await verdicts(id)).toEqual([0, 0]);
  });
});
