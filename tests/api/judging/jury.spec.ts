import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RankingsView } from '../../../server/contract/wire/ranking.ts';
import { deed, judging, mark, type SeedBank, seedBank, seedIds, send } from './seed-bank.ts';

describe('a jury that marks seeds', () => {
  let bank: SeedBank;
  let [bean, maize, onion, pepper]: string[] = [];
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
    expect((await mark(bank.kattalin, bank, maize ?? '', [5, 7])).status).toBe(200);
    const seen = await judging(bank.ane, bank);
    expect(seen.isBlind).toBe(true);
    expect(seen.sheets[0]?.combined).toEqual({});
    expect(seen.tasks[0]?.subjects.map(({ outcome, votes }) => [outcome, votes])).toEqual(
      Array.from({ length: 4 }, () => [null, null]),
    );
    const everything = await Promise.all(
      ['', '/history', '/judging', '/rankings', '/matters', '/submissions'].map((part) =>
        bank.ane.get(`/api/cases/${bank.caseId}${part}`),
      ),
    );
    for (const { text } of everything) expect(text).not.toMatch(/"zaporea":7|"kolorea":5|"value":"19"/);
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
    expect(body.state).toBe('erabakia');
  });

  it('is ranked by its marks alone, with places within the budget, and counted again as another count', async () => {
    const early = await bank.ane.post(path('rankings'), {});
    expect(early.status).toBe(403);
    const first = await bank.isa.post<RankingsView>(path('rankings'), { seed: '7-7-7' });
    expect(first.body.tallies[0]?.result).toMatchObject({
      status: 'done',
      sources: {
        'marks.itxura': { [bean ?? '']: '24', [maize ?? '']: '20.5', [onion ?? '']: '19', [pepper ?? '']: '8' },
      },
      ranking: [[bean], [maize], [onion], [pepper]],
      awards: [
        { entry: bean, place: 'urrea' },
        { entry: maize, place: 'zilarra' },
        { entry: onion, place: 'zilarra' },
      ],
      publicSeed: '7-7-7',
    });
    expect((await bank.isa.post(path('rankings'), { seed: '8-8-8' })).status).toBe(409);
    const second = await bank.isa.post<RankingsView>(path('rankings'), { withdrawn: [bean] });
    expect(second.body.tallies.map(({ n }) => n)).toEqual([1, 2]);
    expect(second.body.tallies[1]?.result).toMatchObject({ awards: [{ entry: maize, place: 'urrea' }, {}, {}] });
    expect(second.body.entries[bean ?? '']).toBe('Babarrun gorria');
  });
});
