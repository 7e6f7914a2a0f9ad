import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import type { JudgingView } from '../../../server/contract/wire/judging.ts';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { Obligations } from '../../../server/modules/obligations.ts';
import { readFolder } from '../../../server/registry/folder.ts';
import { app, type Browser, type TestApp } from '../../support/app.ts';
import { anOrganisation, aPerson } from '../../support/people.ts';

/** The prize of a village seed bank, whose rules stand in definitions alone: three judges, marks, a publicity period. */

const FOLDER = join(import.meta.dirname, '../../fixtures/programmes/hazi_bankua');

const SEEDS = [
  { izena: 'Babarrun gorria', herria: 'tolosa', nork: 'Mirentxu', urteak: 90 },
  { izena: 'Artoa', herria: 'elorrio', nork: 'Joseba', urteak: 40 },
  { izena: 'Tipula', herria: 'zalla', nork: 'Itziar', urteak: 12 },
  { izena: 'Piperra', herria: 'gernika', nork: 'Koldo', urteak: 40 },
];

export interface SeedBank {
  system: TestApp;
  owner: pg.Client;
  caseId: string;
  /** The judges Ane of Tolosa, Benat of Elorrio and Kattalin of Zalla. */
  ane: Browser;
  benat: Browser;
  kattalin: Browser;
  /** Collects the seeds. */
  bego: Browser;
  /** Keeps the records, and counts. */
  isa: Browser;
  close: () => Promise<void>;
}

const ACCOUNTS = { ane: 'tolosa', benat: 'elorrio', kattalin: 'zalla' };

const people = async ({ sql }: TestApp, programme: string): Promise<void> => {
  for (const [account, village] of Object.entries(ACCOUNTS)) {
    const organisation = await anOrganisation(sql, village, { kinds: ['herria'] });
    await aPerson(sql, account, [{ role: 'epaile', programme, organisation }]);
  }
  await aPerson(sql, 'bego', [{ role: 'bildu', programme }]);
  await aPerson(sql, 'isa', [{ role: 'idazkari', programme }]);
};

/** A system with the case of the prize, not sent yet. */
export const seedBank = async (): Promise<SeedBank> => {
  const system = await app();
  const owner = new pg.Client({ connectionString: system.databaseUrl });
  await owner.connect();
  const { sources } = await readFolder(FOLDER);
  await system.server.get(PublishService, { strict: false }).publish({ sources });
  await system.server.get(Obligations, { strict: false }).ensure();
  const found = await owner.query<{ id: string; programme: string }>('SELECT id, programme_id AS programme FROM case_');
  const { id: caseId, programme } = found.rows[0] ?? { id: '', programme: '' };
  await people(system, programme);
  const [ane, benat, kattalin] = [await system.as('ane'), await system.as('benat'), await system.as('kattalin')];
  const [bego, isa] = [await system.as('bego'), await system.as('isa')];
  const close = async (): Promise<void> => {
    await owner.end();
    await system.close();
  };
  return { system, owner, caseId, ane, benat, kattalin, bego, isa, close };
};

/** With a key of its own, as the page sends it. */
export const deed = (browser: Browser, path: string, body: object, key: string = randomUUID()) =>
  browser.post<{ state: string; reason?: string }>(path, body, { headers: { 'idempotency-key': key } });

export const send = async ({ bego, caseId }: SeedBank) => {
  const { body } = await bego.get<{ lockVersion: number }>(`/api/cases/${caseId}`);
  return deed(bego, `/api/cases/${caseId}/actions`, {
    action: 'bidali',
    lockVersion: body.lockVersion,
    data: { haziak: SEEDS },
  });
};

export const judging = async (browser: Browser, { caseId }: SeedBank): Promise<JudgingView> =>
  (await browser.get<JudgingView>(`/api/cases/${caseId}/judging`)).body;

/** The ids of the seeds in their order. */
export const seedIds = async (bank: SeedBank): Promise<string[]> =>
  (await judging(bank.kattalin, bank)).tasks[0]?.subjects.map(({ id }) => id) ?? [];

export const mark = (browser: Browser, { caseId }: SeedBank, subject: string, [kolorea, zaporea]: [number, number]) =>
  deed(browser, `/api/cases/${caseId}/tasks/epaitu/finish`, { subject, marks: { itxura: { kolorea, zaporea } } });
