import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { app, type Browser, type TestApp } from '../../support/app.ts';
import { aPerson, aProgramme } from '../../support/people.ts';

interface Report {
  created: number;
  changed: number;
  same: number;
  problems: { line: number; column: string; message: string }[];
}

const HEADER = 'code,title,kinds,level,parent,relations,attributes';

describe('importing organisations', () => {
  let system: TestApp;
  let registrar: Browser;

  beforeAll(async () => {
    system = await app();
    await aPerson(system.sql, 'rita', [{ role: 'registrar', programme: await aProgramme(system.sql, 'trial') }]);
    registrar = await system.as('rita');
  });

  afterAll(() => system.close());

  beforeEach(async () => {
    await system.sql.query('DELETE FROM relation');
    await system.sql.query('DELETE FROM organisation_kind');
    await system.sql.query(
      `UPDATE organisation SET parent_id = NULL, code = 'old-' || left(id::text, 8) || right(id::text, 8)`,
    );
  });

  const run = (lines: readonly string[], apply = true, language = 'en') =>
    registrar.post<Report>(
      '/api/organisations/import',
      { csv: [HEADER, ...lines].join('\n'), apply },
      { headers: { 'accept-language': language } },
    );

  const stored = async (code: string) => {
    const { body } = await registrar.get<{ rows: ({ id: string } & Record<string, unknown>)[] }>(
      `/api/organisations?q=${code}`,
    );
    return body.rows.find((row) => row['code'] === code);
  };

  it('takes hundreds in one go, parents and relations in any order of rows', async () => {
    const rows = Array.from(
      { length: 400 },
      (_, n) => `site${n},Site ${n},site@2024-01-01..,,head,helped_by=head;helped_by=site${(n + 1) % 400},beds=${n}`,
    );
    const tried = await run([...rows, 'head,Head office,office,county,,,'], false);
    expect(tried.body).toEqual({ created: 401, changed: 0, same: 0, problems: [] });
    expect(await stored('site7')).toBeUndefined();
    const done = await run([...rows, 'head,Head office,office,county,,,']);
    expect(done.body).toEqual({ created: 401, changed: 0, same: 0, problems: [] });
    const [head, next, site] = await Promise.all([stored('head'), stored('site8'), stored('site7')]);
    expect(site).toMatchObject({
      parent: head?.id,
      kinds: [{ kind: 'site', from: '2024-01-01', to: null }],
      attributes: { beds: 7 },
      relations: { helped_by: [head?.id, next?.id].sort() },
    });
  });

  it('changes nothing when the same file comes again, and only what differs when another comes', async () => {
    await run(['a,Alpha,site;office,,,,x=1;y=2', 'b,Beta,site,,a,,']);
    expect((await run(['a,Alpha,office;site,,,,y=2;x=1', 'b,Beta,site,,a,,'])).body).toMatchObject({
      created: 0,
      changed: 0,
      same: 2,
    });
    expect((await run(['a,Alpha,site;office,,,,x=1;y=2', 'b,Bravo,site,,a,,'])).body).toMatchObject({
      changed: 1,
      same: 1,
    });
  });

  it('leaves alone what the file has no column for', async () => {
    await run(['a,Alpha,site,town,,,x=1', 'b,Beta,site,,a,,']);
    await registrar.post('/api/organisations/import', { csv: 'code,title,kinds\nb,Bravo,office', apply: true });
    expect(await stored('b')).toMatchObject({
      title: 'Bravo',
      kinds: [{ kind: 'office' }],
      parent: (await stored('a'))?.id,
    });
  });

  it('names line and column of everything that is wrong, and takes over nothing', async () => {
    const rows = [
      'ok,Fine,site,,,,',
      'bad code,No,site,,,,',
      'k,Kind,castle,,,,',
      'p,Parent,site,,nowhere,,',
      'r,Relation,site,,,loved_by=ok,',
      'x,Ring,site,,y,,',
      'y,Ring,site,,x,,',
    ];
    const { body } = await run(rows, false);
    expect(body.problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 'code'],
      [4, 'kinds'],
      [5, 'parent'],
      [6, 'relations'],
      [7, 'parent'],
      [8, 'parent'],
    ]);
    const refused = await run(rows);
    expect([refused.status, refused.text.includes('Line 4, kinds: There is no kind castle')]).toEqual([422, true]);
    expect(await stored('ok')).toBeUndefined();
    expect((await run(rows, false, 'zh-CN')).body.problems[1]?.message).toBe('没有单位类别 castle');
  });

  it('records once what was taken over', async () => {
    await run(['a,Alpha,site,,,,']);
    const [line] = await system.sql.query<{ detail: string }>(
      `SELECT detail FROM audit WHERE type = 'organisation.imported' ORDER BY seq DESC LIMIT 1`,
    );
    expect(line?.detail).toBe('created 1, changed 0, same 0');
  });

  it('survives a file that is no list at all', async () => {
    for (const csv of [
      '',
      '\u0000\u0001',
      '"',
      'a'.repeat(1000),
      'code,title\nx',
      '{"not":"csv"}',
      `${HEADER}\n${'x,'.repeat(5000)}`,
    ]) {
      const { status, body } = await registrar.post<Report>('/api/organisations/import', { csv, apply: false });
      expect([status, body.created]).toEqual([200, 0]);
    }
  });

  it('takes a file of two megabytes, where other routes take one', async () => {
    const rows = Array.from({ length: 300 }, (_, n) => `big${n},${'长'.repeat(190)},site,,,,`);
    const { status } = await registrar.post('/api/organisations/import', {
      csv: [HEADER, ...rows].join('\n').padEnd(2_000_000, '\n'),
      apply: false,
    });
    expect(status).toBe(200);
  });
});
