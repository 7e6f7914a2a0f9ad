import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from '../../../server/contract/wire/page.ts';
import type { CaseSummary } from '../../../server/contract/wire/case.ts';
import { Obligations } from '../../../server/modules/obligations.ts';
import { OUTBOX_HANDLERS, type OutboxHandlers } from '../../../server/work/outbox-handlers.ts';
import type { OutboxTopic } from '../../../server/modules/outbox-topics.ts';
import type { Browser } from '../../support/app.ts';
import { act, begin, CLUBS, type Fair, fair, seen, starts } from './fair.ts';

/** Without helpers a club may propose nothing; most tests are about what comes afterwards. */
const NO_HELPERS = { from: 'ajudantes_minimo: {type: int, value: 2', to: 'ajudantes_minimo: {type: int, value: 0' };

const DATA = { nome: 'Fado', minutos: 4 };

const deliver = async (system: Fair, topic: OutboxTopic): Promise<number> => {
  const handlers = system.server.get<OutboxHandlers>(OUTBOX_HANDLERS, { strict: false });
  const entries = await system.rows<{ payload: unknown }>(
    `SELECT payload FROM outbox WHERE ENTERED AND topic = $7 ORDER BY id`,
    [topic],
  );
  for (const { payload } of entries) {
    const write = await handlers.get(topic)?.prepare(payload);
    await write?.(system.sql);
  }
  return entries.length;
};

describe('cases that people begin', () => {
  let system: Fair;
  let rancho: Browser;
  let comissario: Browser;

  beforeAll(async () => {
    system = await fair();
    rancho = await system.as('sec_rancho');
    comissario = await system.as('comissario');
  });

  afterAll(() => system.close());

  it('are owed by nobody: publishing makes none', async () => {
    const report = await system.server.get(Obligations, { strict: false }).ensure();
    expect(report).toEqual({ created: 0, cancelled: 0 });
  });

  it('are offered with the reason in words where one is missing, and not begun then', async () => {
    const { offers } = await starts(rancho);
    expect(
      offers.map(({ workflow, places }) => [
        workflow,
        places.map(({ organisation, reason, message }) => [organisation?.code, reason, message]),
      ]),
    ).toEqual([['numero', [['rancho', 'guard-failed', 'There are not enough confirmed helpers.']]]]);
    const { status, body } = await begin(rancho, system.organisations['rancho']);
    expect([status, body]).toMatchObject([422, { reason: 'guard-failed' }]);
  });

  it('are begun once for a key, up to the number, and tell who began them', async () => {
    await system.publish([NO_HELPERS]);
    const key = randomUUID();
    const twice = await Promise.all([1, 2].map(() => begin(rancho, system.organisations['rancho'], { key })));
    expect(twice.map(({ status }) => status)).toEqual([201, 201]);
    expect(twice[0]?.body.id).toBe(twice[1]?.body.id);
    const others = [
      await begin(rancho, system.organisations['rancho']),
      await begin(rancho, system.organisations['rancho']),
    ];
    expect(others.map(({ status }) => status)).toEqual([201, 201]);
    const fourth = await begin(rancho, system.organisations['rancho']);
    expect([fourth.status, fourth.body]).toMatchObject([422, { reason: 'start-limit' }]);
    const { body: page } = await rancho.get<Page<CaseSummary>>('/api/cases?for=mine');
    expect(page.rows.map(({ workflow, next }) => [workflow, next])).toEqual(Array(3).fill(['numero', 'fill']));
    const [opened] = await system.rows(
      `SELECT e.actor, p.account FROM event e JOIN person p ON p.id = e.person_id WHERE ENTERED AND e.type = 'opened' LIMIT 1`,
    );
    expect(opened).toEqual({ actor: 'secretaria', account: 'sec_rancho' });
  });

  it('make room when one was given up', async () => {
    const { body: page } = await rancho.get<Page<CaseSummary>>('/api/cases?for=mine');
    const [first] = page.rows;
    await act(rancho, first?.id ?? '', { action: 'desistir', lockVersion: first?.lockVersion });
    expect((await begin(rancho, system.organisations['rancho'])).status).toBe(201);
  });

  it('stay when obligations are looked after, untouched or not', async () => {
    expect(await system.server.get(Obligations, { strict: false }).ensure()).toEqual({ created: 0, cancelled: 0 });
  });

  it('cannot be begun for another organisation, by others, or in a workflow that publishing begins', async () => {
    const strangers = [
      await begin(rancho, system.organisations['banda']),
      await begin(comissario, system.organisations['rancho']),
      await begin(await system.as('estranho'), system.organisations['rancho']),
      await begin(rancho, randomUUID()),
      await begin(rancho, system.organisations['rancho'], { workflow: 'palco' }),
      await begin(rancho, system.organisations['rancho'], { workflow: 'inscricao' }),
      await begin(system.browser(), system.organisations['rancho']),
    ];
    expect(strangers.map(({ status }) => status)).toEqual([422, 422, 422, 404, 404, 404, 401]);
    expect((await starts(comissario)).offers).toEqual([]);
    expect(
      (
        await rancho.ask('POST', '/api/starts', {
          body: { programme: 'festa_bairro', workflow: 'numero', organisation: null },
        })
      ).status,
    ).toBe(400);
  });

  it('are followed by a case of another workflow, once, in the same organisation', async () => {
    const { body: page } = await rancho.get<Page<CaseSummary>>('/api/cases?for=mine&status=open');
    const [source] = page.rows;
    await act(rancho, source?.id ?? '', { action: 'propor', lockVersion: source?.lockVersion, data: DATA });
    const { lockVersion } = await seen(comissario, source?.id ?? '');
    expect((await act(comissario, source?.id ?? '', { action: 'aceitar', lockVersion })).status).toBe(200);
    expect([await deliver(system, 'begin'), await deliver(system, 'begin')]).toEqual([1, 1]);
    const begun = await system.rows(
      `SELECT c.organisation_id AS organisation, c.source_id AS source, c.state FROM case_ c JOIN definition d ON d.id = c.workflow_id WHERE ENTERED AND d.key = 'palco'`,
    );
    expect(begun).toEqual([
      { organisation: system.organisations['rancho'], source: source?.id, state: 'por_preencher' },
    ]);
  });

  it('beyond a limit that marks are marked, and the mark goes when an earlier one is taken back', async () => {
    const banda = await system.as('sec_banda');
    const ids: string[] = [];
    for (const minutos of [20, 20]) {
      const { body } = await begin(banda, system.organisations['banda']);
      const { lockVersion } = await seen(banda, body.id);
      expect(
        (await act(banda, body.id, { action: 'propor', lockVersion, data: { nome: 'Marcha', minutos } })).status,
      ).toBe(200);
      ids.push(body.id);
    }
    const marks = async (): Promise<string[][]> => Promise.all(ids.map(async (id) => (await seen(banda, id)).marks));
    expect(await marks()).toEqual([[], ['duracao']]);
    const [first = ''] = ids;
    await act(banda, first, { action: 'retirar', lockVersion: (await seen(banda, first)).lockVersion });
    expect(await deliver(system, 'recount')).toBe(1);
    expect(await marks()).toEqual([[], []]);
  });
});

describe('fifty reports at the same moment for the last five places', () => {
  let system: Fair;

  beforeAll(async () => {
    system = await fair({ databasePool: 4 });
    await system.publish([NO_HELPERS, { from: 'max: 3\n', to: 'max: 50\n' }]);
  });

  afterAll(() => system.close());

  it('fill these places and no other: each further one is refused in the words of the limit', async () => {
    const clerks = await Promise.all(CLUBS.map((code) => system.as(`sec_${code}`)));
    const drafts: { clerk: Browser; id: string; lockVersion: number }[] = [];
    for (const [n, clerk] of Array.from({ length: 17 }, () => clerks)
      .flat()
      .slice(0, 50)
      .entries()) {
      const { body } = await begin(clerk, system.organisations[CLUBS[n % CLUBS.length] ?? '']);
      drafts.push({ clerk, id: body.id, lockVersion: (await seen(clerk, body.id)).lockVersion });
    }
    const answers = await Promise.all(
      drafts.map(({ clerk, id, lockVersion }) => act(clerk, id, { action: 'propor', lockVersion, data: DATA })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    const refused = answers.filter(({ status }) => status === 422);
    expect(refused).toHaveLength(45);
    expect(refused[0]?.body).toMatchObject({ reason: 'quota-exceeded', detail: 'The district has its acts.' });
    const [count] = await system.rows(
      `SELECT count(*)::int AS sent FROM case_ c WHERE ENTERED AND c.judged_at IS NOT NULL`,
    );
    expect(count).toEqual({ sent: 5 });
  }, 60_000);
});
