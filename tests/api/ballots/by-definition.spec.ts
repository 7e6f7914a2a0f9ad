import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { Obligations } from '../../../server/modules/obligations.ts';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { ClosingService } from '../../../server/modules/ballots/closing.service.ts';
import { aForm, aWorkflow } from '../../registry/lint/lantern.ts';
import { aSource } from '../../registry/trial.ts';
import { app, type Browser, type TestApp } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { aPerson } from '../../support/people.ts';
import { ballot, cast } from './contest.ts';

/** The finest lantern of the year: a contest that stands in definitions alone. */

const PROGRAMME = `
apiVersion: formflow/v1
kind: Programme
key: trial
title: Lanterns
zone: Europe/Lisbon
locales: [en]
organisation_kinds: {guild: {title: Guild}}
money: {currency: EUR, award: 150}
roles:
  keeper: {title: Keeper, may: [cases.fill, cases.read, cases.review]}
  steward: {title: Steward, may: [contests.run]}
workflows: [trial]
`;

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
      },
    },
  },
};

const localTime = (time: number): string => {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Lisbon',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return parts.format(time).replace(' ', 'T');
};

const workflow = (): string =>
  aWorkflow({
    subject: '{form: trial, per: [programme]}',
    actors: '{keeper: {role: keeper, scope: programme}}',
    deadlines: '{lend: {on: 2030-03-31}}',
    params: '{votes: {type: int, value: 2}}',
    ballots: `{finest: {title: The finest lantern, options: lanterns, show: name, electorate: {kind: codes}, during: voting, opens: "${localTime(Date.now() - 60_000)}", closes: "${localTime(Date.now() + 30_000)}", choose: {max: params.votes, spread: {by: guild, min: 2}, blank: true}}}`,
    ranking: '{score: [{source: ballots.finest, scale: votes, weight: 1}], ties: [{lot: true}]}',
    places: '[{key: first, title: First, count: 1, value: 100}, {key: second, title: Second, count: 1, value: 50}]',
    budget: 'programme.money.award',
    states: `
  open: {title: Open, deadline: lend, on: {send: {kind: submit, title: Send, by: [keeper], to: voting}}}
  voting: {title: Voting, deadline: lend, on: {accept: {kind: approve, title: Accept, by: [keeper], to: done}}}
  done: {title: Done, final: success}`,
  });

const ROWS = ['Moon', 'Sun', 'Star'].map((name, n) => ({ _id: newId(), name, guild: n === 0 ? 'north' : 'south' }));

describe('a contest that stands in a definition alone', () => {
  let system: TestApp;
  let owner: pg.Client;
  let [ada, bob]: Browser[] = [];
  let caseId = '';
  const path = '/api/programmes/trial/elections';

  beforeAll(async () => {
    system = await app();
    owner = new pg.Client({ connectionString: system.databaseUrl });
    await owner.connect();
    const sources = [
      aSource('Programme', PROGRAMME),
      aSource('Workflow', workflow()),
      aSource('Form', aForm(LANTERNS)),
    ];
    await system.server.get(PublishService, { strict: false }).publish({ sources });
    await system.server.get(Obligations, { strict: false }).ensure();
    const found = await owner.query<{ id: string; programme: string; form: string }>(
      'SELECT id, programme_id AS programme, form_version_id AS form FROM case_',
    );
    const [row] = found.rows;
    if (row === undefined) throw new Error('there is no case');
    caseId = row.id;
    for (const account of ['ada', 'bob'])
      await aPerson(system.sql, account, [{ role: 'steward', programme: row.programme }]);
    [ada, bob] = [await system.as('ada'), await system.as('bob')];
    await owner.query(
      `INSERT INTO submission (case_id, n, form_version_id, data, zero, proxy, salt, saved_at, saved_by, programme_id)
       SELECT $1, 1, $2, $3, false, false, '', now(), id, $4 FROM person LIMIT 1`,
      [caseId, row.form, { lanterns: ROWS }, row.programme],
    );
  });
  afterAll(async () => {
    await owner.end();
    await system.close();
  });

  const both = async (election: string, action: string): Promise<number> => {
    const proposed = await ada?.post<{ waiting: { id: string } | null }>(`${path}/${election}/actions`, { action });
    if (proposed?.status !== 201) return proposed?.status ?? 0;
    const confirmed = await bob?.post(`${path}/${election}/actions/${proposed.body.waiting?.id ?? ''}`, {});
    return confirmed?.status ?? 0;
  };

  it('is voted on, counted and filled as the definition says', async () => {
    const planned = await ada?.post<{ id: string; title: string }>(path, { case: caseId, ballot: 'finest' });
    expect([planned?.status, planned?.body.title]).toEqual([201, 'The finest lantern']);
    const id = planned?.body.id ?? '';
    expect((await ada?.post(path, { case: caseId, ballot: 'finest' }))?.status).toBe(409);
    expect((await ada?.post(path, { case: caseId, ballot: 'other' }))?.status).toBe(409);
    const issued = await ada?.post<{ codes: { code: string }[] }>(`${path}/${id}/codes`, { batch: 'a', count: 5 });
    const codes = issued?.body.codes.map(({ code }) => code) ?? [];
    expect(await both(id, 'seal')).toBe(200);
    expect(await both(id, 'open')).toBe(409);
    await owner.query(`UPDATE case_ SET state = 'voting' WHERE id = $1`, [caseId]);
    expect(await both(id, 'open')).toBe(200);
    const view = await system.browser().get<{ choose: unknown }>(`/api/elections/${id}`);
    expect(view.body.choose).toEqual({ min: 1, max: 2, spread: { by: 'guild', min: 2 }, blank: true });
    const [moon = '', sun = '', star = ''] = ROWS.map(({ _id }) => _id);
    const choices = [[moon, sun], [moon, sun], [moon, star], []].map((choice) => choice.sort());
    for (const [n, choice] of choices.entries())
      expect((await cast(system, id, ballot(id, codes[n] ?? '', { choice }))).status).toBe(200);
    expect((await cast(system, id, ballot(id, codes[4] ?? '', { choice: [sun, star].sort() }))).status).toBe(422);
    const closing = system.server.get(ClosingService, { strict: false });
    await eventually(() => closing.close(id), true, 60);
    expect((await ada?.post(`${path}/${id}/seed`, { seed: '1-2-3' }))?.status).toBe(204);
    const counted = await ada?.post<{ result: object }>(`${path}/${id}/tallies`, {});
    expect(counted?.body.result).toMatchObject({
      status: 'done',
      votes: { [moon]: 3, [sun]: 2, [star]: 1 },
      blank: 1,
      awards: [
        { entry: moon, place: 'first' },
        { entry: sun, place: 'second' },
      ],
    });
  });
});
