import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryView } from '../../../server/contract/wire/case.ts';
import type { Browser } from '../../support/app.ts';
import { act, berths, type Harbour, harbour, send, view } from '../../support/harbour.ts';

const [FIRST, SECOND] = (berths(2)['boats'] as { _id: string }[]).map(({ _id }) => _id) as [string, string];

describe('a remark on a cell', () => {
  let system: Harbour;
  let nora: Browser;
  let ines: Browser;
  let caseId: string;

  beforeAll(async () => {
    system = await harbour();
    [nora, ines] = (await Promise.all(['nora', 'ines'].map((name) => system.as(name)))) as [Browser, Browser];
    caseId = await system.caseOf({ workflow: 'berth_list', organisation: 'north' });
    await send(nora, caseId, berths(2));
  });

  afterAll(() => system.close());

  const open = (browser: Browser, address: unknown, text = 'Is that right?') =>
    browser.post<{ id: string }>(`/api/cases/${caseId}/queries`, { address, text });
  const queries = async (browser: Browser): Promise<QueryView[]> => (await view(browser, caseId)).queries;

  it('is made by a reviewer, on a field or on a cell of one row', async () => {
    expect(await open(ines, { field: 'phone' })).toMatchObject({ status: 201 });
    expect(await open(ines, { roster: 'boats', row: SECOND, field: 'length' }, 'That long?')).toMatchObject({
      status: 201,
    });
    expect(await queries(nora)).toMatchObject([
      {
        address: { field: 'phone' },
        status: 'open',
        submission: 1,
        remarks: [{ by: 'Person ines', text: 'Is that right?' }],
      },
      { address: { roster: 'boats', row: SECOND, field: 'length' }, status: 'open' },
    ]);
    expect((await view(nora, caseId)).openQueries).toBe(2);
  });

  it('leaves the version that others hold of the case good', async () => {
    const { lockVersion } = await view(ines, caseId);
    await open(ines, { field: 'remark' });
    expect((await view(ines, caseId)).lockVersion).toBe(lockVersion);
  });

  it.each([
    ['a field that is not there', { field: 'tonnage' }],
    ['a row that is not there', { roster: 'boats', row: '00000000-0000-4000-8000-00000000ffff', field: 'length' }],
    ['a roster without a row', { roster: 'boats', field: 'length' }],
    ['a roster that is not there', { roster: 'crew', row: FIRST, field: 'name' }],
  ])('is refused on %s', async (_, address) => {
    expect(await open(ines, address)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/address' }] } });
  });

  it('is not for those who only read', async () => {
    expect(await open(nora, { field: 'phone' })).toMatchObject({ status: 403 });
  });

  it('is answered by those who mend, and closed by those who asked', async () => {
    const [phone] = await queries(ines);
    await act(ines, caseId, { action: 'mend', lockVersion: 1, comment: 'See remarks', reasons: ['unclear'] });
    const path = `/api/cases/${caseId}/queries/${phone?.id ?? ''}`;
    expect(await nora.post(`${path}/answer`, { text: 'Yes, the new one' })).toMatchObject({ status: 200 });
    expect((await queries(nora))[0]).toMatchObject({
      status: 'answered',
      mayAnswer: true,
      mayClose: false,
      remarks: [{ by: 'Person ines' }, { by: 'Person nora', text: 'Yes, the new one' }],
    });
    expect(await nora.post(`${path}/close`)).toMatchObject({ status: 403 });
    await send(nora, caseId, berths(2));
    expect(await ines.post(`${path}/close`)).toMatchObject({ status: 200 });
    expect(await ines.post(`${path}/close`)).toMatchObject({ status: 409 });
    expect((await queries(nora))[0]).toMatchObject({ status: 'closed', mayAnswer: false });
  });

  it('on a row that was taken out says so', async () => {
    const { lockVersion } = await view(ines, caseId);
    await act(ines, caseId, { action: 'mend', lockVersion, comment: 'Sold?', reasons: ['unclear'] });
    await send(nora, caseId, berths(1));
    const found = (await queries(nora)).find(({ address }) => address.row === SECOND);
    expect(found).toMatchObject({ status: 'row_removed', mayAnswer: false });
  });

  it('stands in the history, as do answer and end', async () => {
    const { body } = await nora.get(`/api/cases/${caseId}/events`);
    const lines = body as unknown as { type: string; comment: string | null; by: string }[];
    const told = lines.filter(({ type }) => type.startsWith('query-'));
    expect(told.map(({ type }) => type)).toEqual([
      'query-opened',
      'query-opened',
      'query-opened',
      'query-answered',
      'query-closed',
    ]);
    expect(told[3]).toMatchObject({ by: 'Person nora', comment: 'Yes, the new one' });
  });

  it('made by fifty people at once is made fifty times, in one chain', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => open(ines, { field: 'keeper' }, `Remark ${n}`)),
    );
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const [row] = await system.rows<{ seqs: number; last: number }>(
      `SELECT count(*)::int AS seqs, max(seq) AS last FROM event WHERE ENTERED AND case_id = $7`,
      [caseId],
    );
    expect(row?.seqs).toBe(row?.last);
  });
});
