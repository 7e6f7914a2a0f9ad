import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseSummary } from '../../../server/contract/wire/case.ts';
import type { JoinOrganisations, JoinView, ReceiptView, SignUpReceipt } from '../../../server/contract/wire/join.ts';
import type { Page } from '../../../server/contract/wire/page.ts';
import type { Answer, Browser } from '../../support/app.ts';
import { act, begin, type Fair, fair, seen, starts } from './fair.ts';

const ROOT = '/api/join/festa_bairro/inscricao';

const HELPER = { nome: 'Ana Reis', telefone: '912 345 678', turno: 'manha' };

describe('signing up without an account', () => {
  let system: Fair;
  let anybody: Browser;
  let rancho: Browser;
  let address = 0;

  beforeAll(async () => {
    system = await fair({ trustProxy: 1 });
    anybody = system.browser();
    rancho = await system.as('sec_rancho');
  });

  afterAll(() => system.close());

  /** From an address of its own, unless one is given. */
  const signUp = (
    data: Record<string, unknown> = HELPER,
    { club = 'rancho', from = `203.0.113.${(address += 1)}`, key = randomUUID(), ...more }: Record<string, string> = {},
  ): Promise<Answer<SignUpReceipt>> =>
    anybody.ask<SignUpReceipt>('POST', ROOT, {
      body: { organisation: system.organisations[club], privacy: '2025-02', data, ...more },
      headers: { 'idempotency-key': key, 'x-forwarded-for': from },
    });
  const stateOf = async (receipt: string): Promise<ReceiptView> =>
    (await anybody.post<ReceiptView>('/api/join/receipts', { receipt })).body;
  const sent = async (): Promise<CaseSummary[]> =>
    (await rancho.get<Page<CaseSummary>>('/api/cases?workflow=inscricao')).body.rows;

  it('shows the notice, the form and the organisations of the audience, and nothing else of the programme', async () => {
    const { body } = await anybody.get<JoinView>(ROOT);
    expect(body).toMatchObject({
      title: 'Sign-up of helpers',
      action: 'Sign me up',
      closed: null,
      privacy: { version: '2025-02' },
    });
    expect(JSON.stringify(body.model)).not.toContain('secretaria');
    const { body: found } = await anybody.get<JoinOrganisations>(`${ROOT}/organisations?q=ban`);
    expect(found).toEqual({ rows: [{ id: system.organisations['banda'], title: 'The banda' }], hasMore: false });
    expect((await anybody.get('/api/join/festa_bairro/numero')).status).toBe(404);
    expect((await anybody.get('/api/join/festa_bairro/nada')).status).toBe(404);
  });

  it('gives a receipt, the same for a repetition of the request, and the organisation a case with the accepted version', async () => {
    const key = randomUUID();
    const [first, again] = [await signUp(HELPER, { key }), await signUp(HELPER, { key })];
    expect([first.status, first.body.receipt]).toEqual([201, again.body.receipt]);
    expect(await stateOf(first.body.receipt)).toMatchObject({
      organisation: 'The rancho',
      stateTitle: 'Received',
      final: null,
    });
    const [row] = await sent();
    expect(await sent()).toHaveLength(1);
    expect(row).toMatchObject({ state: 'recebido', organisation: { code: 'rancho' }, submissions: 1, next: 'review' });
    const [stored] = await system.rows(
      `SELECT s.privacy_version AS version, s.repeats, c.started_by AS by FROM sign_up s JOIN case_ c ON c.id = s.case_id WHERE ENTERED`,
    );
    expect(stored).toEqual({ version: '2025-02', repeats: false, by: null });
  });

  it('is seen by the organisation alone: neither by other clubs, nor by whoever has no part in it', async () => {
    const [row] = await sent();
    for (const account of ['sec_banda', 'estranho']) {
      const other = await system.as(account);
      expect((await other.get(`/api/cases/${row?.id ?? ''}`)).status).toBe(404);
      expect((await other.get<Page<CaseSummary>>('/api/cases')).body.rows).toEqual([]);
    }
    const { data } = await seen(await system.as('comissario'), row?.id ?? '');
    expect(data).toEqual({ turno: 'manha' });
  });

  it('makes no second case for the same person however the number is written, and does not tell anybody so', async () => {
    const twin = await signUp({ ...HELPER, nome: 'Other Name', telefone: '９１２-345.678' }, { club: 'banda' });
    expect([twin.status, Object.keys(twin.body).sort()]).toEqual([201, ['at', 'organisation', 'receipt']]);
    expect(await sent()).toHaveLength(1);
    const [row] = await sent();
    const { lockVersion } = await seen(rancho, row?.id ?? '');
    await act(rancho, row?.id ?? '', { action: 'confirmar', lockVersion });
    expect(await stateOf(twin.body.receipt)).toMatchObject({ organisation: 'The banda', stateTitle: 'Received' });
  });

  it('tells the browser that holds the receipt that its owner has signed up', async () => {
    const mine = await signUp({ ...HELPER, telefone: '933333333' });
    const again = await signUp({ ...HELPER, telefone: '933333333' }, { receipt: mine.body.receipt });
    expect([again.status, again.body]).toMatchObject([
      409,
      { code: 'conflict', detail: 'You have signed up already; ask with the receipt number kept in this browser' },
    ]);
    const other = await signUp({ ...HELPER, telefone: '933333333' }, { receipt: '2222-2222-2222' });
    expect(other.status).toBe(201);
  });

  it('may be done anew after it was declined', async () => {
    await signUp({ ...HELPER, telefone: '944444444' });
    const [declined] = await system.rows<{ id: string }>(
      `SELECT c.id FROM case_ c JOIN submission s ON s.case_id = c.id WHERE ENTERED AND s.data ->> 'telefone' = '944444444'`,
    );
    const { lockVersion } = await seen(rancho, declined?.id ?? '');
    expect((await act(rancho, declined?.id ?? '', { action: 'recusar', comment: 'Full', lockVersion })).status).toBe(
      200,
    );
    const before = (await sent()).length;
    expect((await signUp({ ...HELPER, telefone: '944444444' })).status).toBe(201);
    expect(await sent()).toHaveLength(before + 1);
  });

  it('is refused whole where the form, the notice or the organisation is not right', async () => {
    const before = (await sent()).length;
    const wrong = await signUp({ nome: 'A', telefone: '955555555' });
    expect([
      wrong.status,
      (wrong.body as unknown as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer).sort(),
    ]).toEqual([422, ['/nome', '/turno']]);
    const answers = [
      await signUp({ ...HELPER, telefone: '955555555' }, { privacy: '2024-01' }),
      await signUp({ ...HELPER, telefone: '955555555' }, { club: 'junta' }),
      await signUp({ ...HELPER, telefone: '955555555', state: 'confirmado' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([409, 422, 422]);
    expect(await sent()).toHaveLength(before);
  });

  it('of the same person fifty times at the same moment makes one case', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => signUp({ ...HELPER, telefone: '966666666' })));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
    expect(new Set(answers.map(({ body }) => body.receipt)).size).toBe(50);
    const [count] = await system.rows(
      `SELECT count(*)::int AS n FROM submission s WHERE ENTERED AND s.data ->> 'telefone' = '966666666'`,
    );
    expect(count).toEqual({ n: 1 });
  }, 60_000);

  it('counts once it is confirmed: with two helpers the club may propose an act', async () => {
    const received = (await sent()).filter(({ state }) => state === 'recebido');
    expect((await begin(rancho, system.organisations['rancho'])).status).toBe(422);
    for (const { id } of received.slice(0, 1))
      await act(rancho, id, { action: 'confirmar', lockVersion: (await seen(rancho, id)).lockVersion });
    expect((await begin(rancho, system.organisations['rancho'])).status).toBe(201);
  });

  it('is handed on as a page by those who confirm', async () => {
    const { links } = await starts(rancho);
    expect(links.map(({ path, closes }) => [path, closes])).toEqual([
      ['/join/festa_bairro/inscricao', '2025-05-31T23:00:00.000Z'],
    ]);
    expect((await starts(await system.as('estranho'))).links).toEqual([]);
  });

  it('keeps neither receipt nor telephone readable beside the case', async () => {
    const { body } = await signUp({ ...HELPER, telefone: '977777777' });
    const rows = JSON.stringify(await system.rows(`SELECT s.* FROM sign_up s WHERE ENTERED`));
    expect(rows).not.toContain('977777777');
    expect(rows).not.toContain(body.receipt);
    expect(system.log.join('\n')).not.toContain('977777777');
  });

  it('slows down one network, in words, and no other', async () => {
    const answers = [];
    for (let n = 0; n < 11; n += 1) answers.push(await signUp({ nome: 'X' }, { from: '198.51.100.7' }));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(10).fill(422), 429]);
    expect(answers[10]?.body).toMatchObject({
      code: 'too-many-requests',
      title: 'Too many requests; please try again later',
    });
    expect((await signUp({ ...HELPER, telefone: '988888888' })).status).toBe(201);
  });

  it('answers a receipt that nobody has with nothing', async () => {
    expect((await anybody.post('/api/join/receipts', { receipt: '2222-3333-4444' })).status).toBe(404);
    expect((await anybody.post('/api/join/receipts', { receipt: 'abc' })).status).toBe(422);
  });
});
