import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PublishService } from '../../server/modules/definitions/publish.service.ts';
import { Obligations } from '../../server/modules/obligations.ts';
import { Clock } from '../../server/modules/clock.ts';
import { readFolder } from '../../server/registry/folder.ts';
import { ENTERED, TENANT, tenantValues } from '../../server/storage/tenant.ts';
import { type ActionResult, type CaseView, type TakeAction } from '../../server/contract/wire/case.ts';
import { type Answer, app, type Browser, type TestApp } from './app.ts';
import { anOrganisation, aPerson } from './people.ts';

interface Ask {
  workflow: string;
  /** Code of the organisation; null for the case of the programme itself. */
  organisation: string | null;
  period?: string;
}

/** A running system with the programme of the harbour: two quays with a clerk and a mate each, a commission over them. */
export interface Harbour extends TestApp {
  programme: string;
  /** Where this system keeps its files. */
  dataFolder: string;
  /** Ids of organisations by code. */
  organisations: Record<string, string>;
  /** Ids of persons by account. */
  persons: Record<string, string>;
  caseOf(ask: Ask): Promise<string>;
  /** Statements as the system, which sees every row. */
  rows<Row>(statement: string, values?: unknown[]): Promise<Row[]>;
}

const FOLDER = resolve(import.meta.dirname, '../fixtures/programmes/harbour_log');

const PEOPLE = [
  ['nora', 'clerk', 'north'],
  ['noel', 'clerk', 'north'],
  ['milo', 'mate', 'north'],
  ['sara', 'clerk', 'south'],
  ['ines', 'inspector', 'commission'],
  ['ivan', 'inspector', 'commission'],
  ['marta', 'master', 'commission'],
] as const;

const published = async (system: TestApp): Promise<string> => {
  const { sources } = await readFolder(FOLDER);
  await system.server.get(PublishService, { strict: false }).publish({ sources });
  const [row] = await system.sql.query<{ id: string }>(`SELECT id FROM programme WHERE key = 'harbour_log'`);
  return row?.id ?? '';
};

/** On 2025-02-10 at nine, unless another time is given. */
export const harbour = async (
  settings: Parameters<typeof app>[0] = {},
  now = '2025-02-10T09:00:00Z',
): Promise<Harbour> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'harbour-'));
  const system = await app({ dataFolder, ...settings });
  const close = async (): Promise<void> => {
    await system.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    return { ...(await settle(system, now)), dataFolder, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const settle = async (system: TestApp, now: string): Promise<Omit<Harbour, 'dataFolder'>> => {
  await system.server.get(Clock, { strict: false }).begin(new Date(now));
  const organisations: Record<string, string> = {};
  organisations['commission'] = await anOrganisation(system.sql, 'commission', { kinds: ['commission'] });
  for (const code of ['north', 'south'])
    organisations[code] = await anOrganisation(system.sql, code, {
      parent: organisations['commission'],
      kinds: ['quay'],
    });
  const programme = await published(system);
  await system.server.get(Obligations, { strict: false }).ensure();
  const persons: Record<string, string> = {};
  for (const [account, role, code] of PEOPLE)
    persons[account] = await aPerson(system.sql, account, [
      { role, programme, organisation: organisations[code] ?? '' },
    ]);
  const rows = <Row>(statement: string, values: unknown[] = []): Promise<Row[]> =>
    system.sql.query<Row>(`WITH ${TENANT} ${statement.replace('ENTERED', ENTERED)}`, [
      ...tenantValues('system'),
      ...values,
    ]);
  return {
    ...system,
    programme,
    organisations,
    persons,
    rows,
    caseOf: async ({ workflow, organisation, period }) => {
      const [row] = await rows<{ id: string }>(
        `SELECT c.id FROM case_ c JOIN definition d ON d.id = c.workflow_id
          WHERE ENTERED AND d.key = $7 AND c.organisation_id IS NOT DISTINCT FROM $8 AND c.period_key IS NOT DISTINCT FROM $9`,
        [workflow, organisation === null ? null : (organisations[organisation] ?? null), period ?? null],
      );
      if (row === undefined) throw new Error(`${workflow} of ${organisation ?? 'the programme'} does not exist`);
      return row.id;
    },
  };
};

/** A berth list that the form accepts. */
export const berths = (boats = 1): Record<string, unknown> => ({
  keeper: 'Nora Neves',
  phone: '912345678',
  boats: Array.from({ length: boats }, (_, n) => ({
    _id: `00000000-0000-4000-8000-${String(n + 1).padStart(12, '0')}`,
    name: `Boat ${n + 1}`,
    owner: 'Rui Rocha',
    length: 12.5,
    seen_on: '2025-02-01',
  })),
});

/** Takes an action; a new key each time unless one is given. */
export const act = <Body = ActionResult>(
  browser: Browser,
  caseId: string,
  body: Partial<TakeAction> & { action: string },
  key: string = randomUUID(),
): Promise<Answer<Body>> =>
  browser.ask<Body>('POST', `/api/cases/${caseId}/actions`, {
    body: { lockVersion: 0, ...body },
    headers: { 'idempotency-key': key },
  });

export const view = async (browser: Browser, caseId: string): Promise<CaseView> => {
  const { status, body, text } = await browser.get<CaseView>(`/api/cases/${caseId}`);
  if (status !== 200) throw new Error(text);
  return body;
};

/** Sends the berth list of a quay as its clerk. */
export const send = async (clerk: Browser, caseId: string, data = berths()): Promise<ActionResult> => {
  const { lockVersion } = await view(clerk, caseId);
  const { status, body, text } = await act(clerk, caseId, { action: 'send', lockVersion, data });
  if (status !== 200) throw new Error(text);
  return body;
};

/** How many of the answers are of each kind: `ok`, or the code of the problem. */
export const tally = (answers: readonly Answer<object>[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const kind = status < 300 ? 'ok' : String('code' in body ? body.code : status);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
};
