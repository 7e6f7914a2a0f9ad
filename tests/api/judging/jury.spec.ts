import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ElectionResult } from '../../../server/contract/wire/election-result.ts';
import type { ContestList } from '../../../server/contract/wire/contest.ts';
import type { TallyView } from '../../../server/contract/wire/contest-tally.ts';
import { TalliesService } from '../../../server/modules/ballots/tallies.service.ts';
import { byNode, byPython } from '../../office/verify/programs.ts';
import {
  both,
  carryOut,
  contestPath,
  deed,
  judging,
  mark,
  plan,
  type SeedBank,
  seedBank,
  seedIds,
  send,
  stateOf,
} from './seed-bank.ts';

describe('a jury that marks seeds', () => {
  let bank: SeedBank;
  let [bean, maize, onion, pepper]: string[] = [];
  let contest = '';
  const path = (rest: string): string => `/api/cases/${bank.caseId}/${rest}`;

  beforeAll(async () => {
    bank = await seedBank();
    expect((await send(bank)).body.state).toBe('epaiketa');
    [bean, maize, onion, pepper] = await seedIds(bank);
  });
  afterAll(() => bank.close());

  it('is given to every judge who has no interest in the seed, and refused to one who has by direct address', async () => {
    const { rows } = await bank.owner.query<{ account: string; n: number }>(
      `SELECT p.account, count(*)::int AS n FROM task t JOIN person p ON p.id = t.assignee_id GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([
      { account: 'ane', n: 3 },
      { account: 'benat', n: 3 },
      { account: 'kattalin', n: 3 },
    ]);
    const own = await mark(bank.ane, bank, bean ?? '', [10, 10]);
    expect([own.status, own.body.reason]).toEqual([422, 'conflict-of-interest']);
    const stranger = await mark(bank.bego, bank, maize ?? '', [10, 10]);
    expect([stranger.status, stranger.body.reason]).toEqual([422, 'not-your-role']);
  });

  it('is a contest among others, sealed by two people before anybody has marked, without a vote', async () => {
    const { ready } = (await bank.isa.get<ContestList>('/api/contests')).body;
    expect(ready).toMatchObject([{ case: bank.caseId, ballot: null, ballotTitle: 'Urteko hazirik ederrena' }]);
    expect(
      (await bank.isa.post('/api/programmes/hazi_bankua/elections', { case: bank.caseId, ballot: 'x' })).status,
    ).toBe(409);
    contest = (await plan(bank)).body.id;
    expect((await plan(bank)).status).toBe(409);
    expect(await both(bank, contest, 'open')).toBe(409);
    expect(await both(bank, contest, 'seal')).toBe(200);
    expect(await both(bank, contest, 'open')).toBe(409);
    const early = await Promise.all([
      bank.isa.post(contestPath(contest, '/seed'), { seed: '7-7-7' }),
      bank.isa.post(contestPath(contest, '/tallies'), {}),
      bank.system.browser().get(`/api/elections/${contest}/result`),
    ]);
    expect(early.map(({ status }) => status)).toEqual([409, 409, 404]);
    expect((await bank.isa.get<ContestList>('/api/contests')).body).toMatchObject({ ready: [], elections: [{}] });
  });

  it('takes a sheet only within the limits of its form, and keeps what is not finished for its judge alone', async () => {
    const beyond = await mark(bank.ane, bank, maize ?? '', [11, 5]);
    expect([beyond.status, beyond.text.includes('/marks/itxura/kolorea')]).toEqual([422, true]);
    const body = { subject: maize, data: { kolorea: 4, oharra: 'Ederra' } };
    expect((await bank.ane.ask('PUT', path('marks/itxura'), { body })).status).toBe(200);
    expect((await judging(bank.ane, bank)).sheets[0]?.mine[maize ?? '']).toMatchObject({ kolorea: 4 });
    expect((await judging(bank.kattalin, bank)).sheets[0]?.mine).toEqual({});
    const half = await deed(bank.ane, path('tasks/epaitu/finish'), { subject: maize });
    expect(half.status).toBe(422);
  });

  it('shows a judge nothing of what others gave before the own part is done, on any way', async () => {
    const finished = { subject: maize, marks: { itxura: { kolorea: 5, zaporea: 7 } }, comment: 'Zoragarria' };
    expect((await deed(bank.kattalin, path('tasks/epaitu/finish'), finished)).status).toBe(200);
    const seen = await judging(bank.ane, bank);
    expect(seen.isBlind).toBe(true);
    expect(seen.sheets[0]?.combined).toEqual({});
    expect(seen.tasks[0]?.subjects.map(({ outcome, votes }) => [outcome, votes])).toEqual(
      Array.from({ length: 4 }, () => [null, null]),
    );
    const everything = await Promise.all(
      ['', '/events', '/judging', '/matters', '/submissions'].map((part) =>
        bank.ane.get(`/api/cases/${bank.caseId}${part}`),
      ),
    );
    for (const { text } of everything) expect(text).not.toMatch(/"zaporea":7|"kolorea":5|"value":"19"|Zoragarria/);
    expect((await bank.isa.get(path('events'))).text).toContain('Zoragarria');
    expect((await bank.kattalin.get(path('events'))).text).toContain('Zoragarria');
    const secretary = await judging(bank.isa, bank);
    expect(secretary.sheets[0]?.combined[maize ?? '']).toEqual({ value: '19', judges: 1 });
    expect((await judging(bank.bego, bank)).tasks).toEqual([]);
  });

  it('takes a judge off who declares an interest', async () => {
    const reason = 'Nire lehengusuarena da';
    expect((await deed(bank.kattalin, path('tasks/epaitu/recusal'), { subject: pepper, reason })).status).toBe(200);
    const again = await mark(bank.kattalin, bank, pepper ?? '', [9, 9]);
    expect(again.body.reason).toBe('conflict-of-interest');
    const other = (await judging(bank.kattalin, bank)).tasks[0]?.subjects.find(({ id }) => id === pepper);
    expect(other?.reason).toBe('conflict-of-interest');
  });

  it('finishes once for one key and once for one judge, whatever comes at once', async () => {
    const key = randomUUID();
    const body = { subject: maize, marks: { itxura: { kolorea: 6, zaporea: 8 } } };
    const same = await Promise.all(
      Array.from({ length: 20 }, () => deed(bank.ane, path('tasks/epaitu/finish'), body, key)),
    );
    expect(new Set(same.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const others = await Promise.all(Array.from({ length: 10 }, () => mark(bank.ane, bank, maize ?? '', [1, 1])));
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 422));
    const { rows } = await bank.owner.query<{ data: unknown }>(
      `SELECT data FROM mark k JOIN person p ON p.id = k.person_id WHERE account = 'ane' AND finished_at IS NOT NULL`,
    );
    expect(rows).toEqual([{ data: { kolorea: 6, zaporea: 8 } }]);
    await expect(bank.owner.query(`UPDATE mark SET data = '{}' WHERE finished_at IS NOT NULL`)).rejects.toThrow(
      'stands',
    );
  });

  it('goes on once when the last judges finish at the same moment', async () => {
    const rest: [typeof bank.ane, string | undefined, [number, number]][] = [
      [bank.benat, bean, [8, 8]],
      [bank.kattalin, bean, [8, 8]],
      [bank.ane, onion, [7, 6]],
      [bank.benat, onion, [7, 6]],
      [bank.benat, pepper, [2, 3]],
      [bank.ane, pepper, [2, 3]],
    ];
    const answers = await Promise.all(rest.map(([judge, seed, marks]) => mark(judge, bank, seed ?? '', marks)));
    expect(answers.map(({ status }) => status)).toEqual(rest.map(() => 200));
    const { rows } = await bank.owner.query(
      `SELECT count(*)::int AS n FROM event WHERE type = 'reacted' AND action = '@tasks.done'`,
    );
    expect(rows).toEqual([{ n: 1 }]);
    const { body } = await bank.isa.get<{ state: string }>(`/api/cases/${bank.caseId}`);
    expect(body.state).toBe('zenbaketa');
  });

  it('is ranked by its marks alone once the last judge has finished, and its case goes on', async () => {
    expect((await bank.ane.post(contestPath(contest, '/seed'), { seed: '7-7-7' })).status).toBe(403);
    expect((await bank.isa.post(contestPath(contest, '/seed'), { seed: '7-7-7' })).status).toBe(204);
    expect((await bank.isa.post(contestPath(contest, '/seed'), { seed: '8-8-8' })).status).toBe(409);
    const first = await bank.isa.post<TallyView>(contestPath(contest, '/tallies'), {});
    expect(first.body.result).toMatchObject({
      status: 'done',
      sources: {
        'marks.itxura': { [bean ?? '']: '24', [maize ?? '']: '41/2', [onion ?? '']: '19', [pepper ?? '']: '8' },
      },
      ranking: [[bean], [maize], [onion], [pepper]],
      awards: [
        { entry: bean, place: 'urrea' },
        { entry: maize, place: 'zilarra' },
        { entry: onion, place: 'zilarra' },
      ],
    });
    expect(await carryOut(bank)).toEqual(['@tally.done']);
    expect(await stateOf(bank)).toBe('erabakia');
  });

  it('is counted again as another count beside the old one, and certified by two', async () => {
    await bank.isa.post(contestPath(contest, '/tallies'), { withdrawn: [bean] });
    const tallies = (await bank.isa.get<TallyView[]>(contestPath(contest, '/tallies'))).body;
    expect(tallies.map(({ n, result }) => [n, result.awards[0]?.entry])).toEqual([
      [1, bean],
      [2, maize],
    ]);
    expect((await bank.isa.get(contestPath(contest, '/papers/certificates'))).status).toBe(409);
    expect(await both(bank, contest, 'certify')).toBe(200);
    const papers = await bank.isa.get<{ text: string }[]>(contestPath(contest, '/papers/certificates'));
    expect(papers.body.map(({ text }) => /Artoa|Tipula|Piperra/.exec(text)?.[0])).toEqual([
      'Artoa',
      'Tipula',
      'Piperra',
    ]);
    const list = await bank.isa.get(contestPath(contest, '/papers/list.csv'));
    expect(list.text).toMatch(/Urrezko hazia.*Artoa/);
  });

  it('is shown to everybody, with a bundle that both programs find right', async () => {
    const { body } = await bank.system.browser().get<ElectionResult>(`/api/elections/${contest}/result`);
    expect(body).toMatchObject({ standing: 'certified', n: 2, result: { ballots: 0, withdrawn: [bean] } });
    const folder = mkdtempSync(join(tmpdir(), 'formflow-jury-'));
    const files = await bank.system.server.get(TalliesService, { strict: false }).files(contest);
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
    expect([byPython([folder]), byNode([folder])]).toMatchObject([{ code: 0 }, { code: 0 }]);
    writeFileSync(join(folder, 'result.json'), files.get('result.json')?.replace('"41/2"', '"18"') ?? '');
    expect([byPython([folder]).code, byNode([folder]).code]).toEqual([23, 23]);
    rmSync(folder, { recursive: true });
  });
});

describe('a jury whose ties a committee tells apart', () => {
  let bank: SeedBank;
  beforeAll(async () => {
    bank = await seedBank({ ties: '[{committee: berdinketa}]' });
    await send(bank);
    for (const seed of await seedIds(bank))
      for (const judge of [bank.ane, bank.benat, bank.kattalin]) await mark(judge, bank, seed, [5, 5]);
  });
  afterAll(() => bank.close());

  it('waits for the decision, which is another count, and the case follows both times', async () => {
    const { id } = (await plan(bank)).body;
    expect(await both(bank, id, 'seal')).toBe(200);
    await bank.isa.post(contestPath(id, '/seed'), { seed: '1-2-3' });
    const tie = (await bank.isa.post<TallyView>(contestPath(id, '/tallies'), {})).body.result;
    expect(tie).toMatchObject({ status: 'tie', open: { place: 'urrea', seats: 1 } });
    expect(await both(bank, id, 'certify')).toBe(409);
    await carryOut(bank);
    expect(await stateOf(bank)).toBe('berdinketa');
    const order = [...(tie.open?.entries ?? [])].sort().reverse();
    const done = await bank.isa.post<TallyView>(contestPath(id, '/tallies'), { decisions: [order] });
    expect(done.body.result.awards.map(({ entry }) => entry)).toEqual(order.slice(0, 3));
    await carryOut(bank);
    expect(await stateOf(bank)).toBe('erabakia');
    expect(await both(bank, id, 'certify')).toBe(200);
  });
});
