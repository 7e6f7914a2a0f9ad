import { resolve } from 'node:path';
import { PublishService } from '../../server/modules/definitions/publish.service.ts';
import { Obligations } from '../../server/modules/obligations.ts';
import { Clock } from '../../server/modules/clock.ts';
import { readFolder } from '../../server/registry/folder.ts';
import { ENTERED, TENANT, tenantValues } from '../../server/storage/tenant.ts';
import { app, type Browser, type TestApp } from './app.ts';
import { anOrganisation, aPerson } from './people.ts';

export interface Ask {
  workflow: string;
  /** Code of the organisation; null for the case of the programme itself. */
  organisation: string | null;
  period?: string;
}

/** A running system with the programme of the harbour: two quays with a clerk and a mate each, a commission over them. */
export interface Harbour extends TestApp {
  programme: string;
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
  const system = await app(settings);
  try {
    return await settle(system, now);
  } catch (error) {
    await system.close();
    throw error;
  }
};

const settle = async (system: TestApp, now: string): Promise<Harbour> => {
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
    persons[account] = await aPerson(system.sql, account, [{ role, programme, organisation: organisations[code] ?? '' }]);
  const rows = <Row>(statement: string, values: unknown[] = []): Promise<Row[]> =>
    system.sql.query<Row>(`WITH ${TENANT} ${statement.replace('ENTERED', ENTERED)}`, [...tenantValues('system'), ...values]);
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

export type { Browser };
