import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import type { JudgingView } from '../../../server/contract/wire/judging.ts';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { Obligations } from '../../../server/modules/obligations.ts';
import { readFolder } from '../../../server/registry/folder.ts';
import { ContestEventHandler } from '../../../server/work/contest-event.handler.ts';
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
  /** Keep the records, and count. */
  isa: Browser;
  oier: Browser;
  close: () => Promise<void>;
}

const ACCOUNTS = { ane: 'tolosa', benat: 'elorrio', kattalin: 'zalla' };

const people = async ({ sql }: TestApp, programme: string): Promise<void> => {
  for (const [account, village] of Object.entries(ACCOUNTS)) {
    const organisation = await anOrganisation(sql, village, { kinds: ['herria'] });
    await aPerson(sql, account, [{ role: 'epaile', programme, organisation }]);
  }
  await aPerson(sql, 'bego', [{ role: 'bildu', programme }]);
  for (const account of ['isa', 'oier']) await aPerson(sql, account, [{ role: 'idazkari', programme }]);
};

/** The case of the prize, not sent yet, on a system of its own or on one that runs; `ties` in place of the rules of the file. */
export const seedBank = async ({ ties, running }: { ties?: string; running?: TestApp } = {}): Promise<SeedBank> => {
  const system = running ?? (await app());
  const owner = new pg.Client({ connectionString: system.databaseUrl });
  await owner.connect();
  const { sources } = await readFolder(FOLDER);
  const changed = sources.map((source) => ({
    ...source,
    text: ties === undefined ? source.text : source.text.replace(/ {2}ties: \[.*\]/, `  ties: ${ties}`),
  }));
  await system.server.get(PublishService, { strict: false }).publish({ sources: changed });
  await system.server.get(Obligations, { strict: false }).ensure();
  const found = await owner.query<{ id: string; programme: string }>('SELECT id, programme_id AS programme FROM case_');
  const { id: caseId, programme } = found.rows[0] ?? { id: '', programme: '' };
  await people(system, programme);
  const [ane, benat, kattalin] = [await system.as('ane'), await system.as('benat'), await system.as('kattalin')];
  const [bego, isa, oier] = [await system.as('bego'), await system.as('isa'), await system.as('oier')];
  const close = async (): Promise<void> => {
    await owner.end();
    await system.close();
  };
  return { system, owner, caseId, ane, benat, kattalin, bego, isa, oier, close };
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

const CONTESTS = '/api/programmes/hazi_bankua/elections';

export const contestPath = (id: string, rest = ''): string => `${CONTESTS}/${id}${rest}`;

export const plan = ({ isa, caseId }: SeedBank) => isa.post<{ id: string }>(CONTESTS, { case: caseId });

/** Isa proposes, Oier confirms. */
export const both = async ({ isa, oier }: SeedBank, id: string, action: string): Promise<number> => {
  const proposed = await isa.post<{ waiting: { id: string } | null }>(contestPath(id, '/actions'), { action });
  if (proposed.status !== 201) return proposed.status;
  return (await oier.post(contestPath(id, `/actions/${proposed.body.waiting?.id ?? ''}`), {})).status;
};

/** What the worker does with the orders that counts left; answers the events that were told so far. */
export const carryOut = async ({ system, owner }: SeedBank): Promise<string[]> => {
  const { rows } = await owner.query<{ payload: { name: string } }>(
    `SELECT payload FROM outbox WHERE topic = 'contest-event' ORDER BY id`,
  );
  for (const { payload } of rows) await system.server.get(ContestEventHandler, { strict: false }).prepare(payload);
  return rows.map(({ payload }) => payload.name);
};

export const stateOf = async ({ isa, caseId }: SeedBank): Promise<string> =>
  (await isa.get<{ state: string }>(`/api/cases/${caseId}`)).body.state;

/** Sealed, counted with a lot, and the case told of it. */
export const countAll = async (bank: SeedBank): Promise<void> => {
  const { id } = (await plan(bank)).body;
  await both(bank, id, 'seal');
  await bank.isa.post(contestPath(id, '/seed'), { seed: '7-7-7' });
  await bank.isa.post(contestPath(id, '/tallies'), {});
  await carryOut(bank);
};
