import { resolve } from 'node:path';
import { PublishService } from '../../server/modules/definitions/publish.service.ts';
import { Obligations } from '../../server/modules/obligations.ts';
import { Clock } from '../../server/modules/clock.ts';
import { readFolder } from '../../server/registry/folder.ts';
import { ENTERED, TENANT, tenantValues } from '../../server/storage/tenant.ts';
import { app, type Browser, type TestApp } from './app.ts';
import { act, view } from './harbour.ts';
import { anOrganisation, aPerson } from './people.ts';

/** Books for school libraries: schools propose, wards gather and forward, the district decides. */
export interface Libraries extends TestApp {
  programme: string;
  caseOf(workflow: string, organisation?: string): Promise<string>;
  rows<Row>(statement: string, values?: unknown[]): Promise<Row[]>;
}

const FOLDER = resolve(import.meta.dirname, '../fixtures/programmes/maktaba_za_shule');

const ORGANISATIONS = [
  ['wilaya', 'wilaya', null],
  ['mashariki', 'kata', 'wilaya'],
  ['magharibi', 'kata', 'wilaya'],
  ['mwembe', 'shule', 'mashariki'],
  ['mkuyu', 'shule', 'mashariki'],
  ['mbuyu', 'shule', 'mashariki'],
  ['mnazi', 'shule', 'magharibi'],
] as const;

const PEOPLE = [
  ['asha', 'mwalimu', 'mwembe'],
  ['baraka', 'mwalimu', 'mkuyu'],
  ['chiku', 'mwalimu', 'mbuyu'],
  ['daudi', 'mwalimu', 'mnazi'],
  ['eliza', 'afisa_kata', 'mashariki'],
  ['faraja', 'afisa_kata', 'magharibi'],
  ['gaspar', 'afisa_wilaya', 'wilaya'],
] as const;

/** On 2025-03-03 at nine; definitions are published as `change` writes them. */
export const libraries = async (
  settings: Parameters<typeof app>[0] = {},
  change: (text: string) => string = (text) => text,
): Promise<Libraries> => {
  const system = await app(settings);
  await system.server.get(Clock, { strict: false }).begin(new Date('2025-03-03T06:00:00Z'));
  const ids: Record<string, string> = {};
  for (const [code, kind, parent] of ORGANISATIONS)
    ids[code] = await anOrganisation(system.sql, code, {
      kinds: [kind],
      ...(parent !== null && { parent: ids[parent] ?? '' }),
    });
  const { sources } = await readFolder(FOLDER);
  const changed = sources.map((source) => ({ ...source, text: change(source.text) }));
  await system.server.get(PublishService, { strict: false }).publish({ sources: changed });
  await system.server.get(Obligations, { strict: false }).ensure();
  const [row] = await system.sql.query<{ id: string }>(`SELECT id FROM programme WHERE key = 'maktaba_za_shule'`);
  const programme = row?.id ?? '';
  for (const [account, role, code] of PEOPLE)
    await aPerson(system.sql, account, [{ role, programme, organisation: ids[code] ?? '' }]);
  const rows = <Row>(statement: string, values: unknown[] = []): Promise<Row[]> =>
    system.sql.query<Row>(`WITH ${TENANT} ${statement.replace('ENTERED', ENTERED)}`, [
      ...tenantValues('system'),
      ...values,
    ]);
  const caseOf = async (workflow: string, organisation?: string): Promise<string> => {
    const [found] = await rows<{ id: string }>(
      `SELECT c.id FROM case_ c JOIN definition d ON d.id = c.workflow_id
        WHERE ENTERED AND d.key = $7 AND c.organisation_id IS NOT DISTINCT FROM $8`,
      [workflow, organisation === undefined ? null : ids[organisation]],
    );
    if (found === undefined) throw new Error(`there is no ${workflow} of ${organisation ?? 'the programme'}`);
    return found.id;
  };
  return { ...system, programme, rows, caseOf };
};

/** What a person does to a case as it stands now. */
export const doing = async (
  browser: Browser,
  caseId: string,
  body: { action: string; comment?: string; data?: Record<string, unknown> },
) => {
  const { lockVersion } = await view(browser, caseId);
  return act(browser, caseId, { ...body, lockVersion });
};

/** A school's proposal, sent to its ward. */
export const propose = async (
  system: Libraries,
  [account, school]: readonly [string, string],
  data: Record<string, unknown> = {},
): Promise<string> => {
  const caseId = await system.caseOf('pendekezo', school);
  const sent = await doing(await system.as(account), caseId, {
    action: 'tuma',
    data: { kitabu: `Kitabu cha ${school}`, nakala: 10, gharama: 5000, ...data },
  });
  if (sent.status !== 200) throw new Error(sent.text);
  return caseId;
};
