import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { CaseView } from '../../../server/contract/wire/case.ts';
import type { BegunCase, Starts } from '../../../server/contract/wire/start.ts';
import { Clock } from '../../../server/modules/clock.ts';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { readFolder } from '../../../server/registry/folder.ts';
import { ENTERED, TENANT, tenantValues } from '../../../server/storage/tenant.ts';
import { type Answer, app, type Browser, type TestApp } from '../../support/app.ts';
import { anOrganisation, aPerson } from '../../support/people.ts';

/** A running system with the neighbourhood fair: clubs that take helpers on and propose acts, a parish over them. */
export interface Fair extends TestApp {
  /** Ids of organisations by code. */
  organisations: Record<string, string>;
  rows<Row>(statement: string, values?: unknown[]): Promise<Row[]>;
  /** Publishes with parts of the texts replaced. */
  publish(changes?: Change[]): Promise<void>;
}

interface Change {
  from: string;
  to: string;
}

const FOLDER = resolve(import.meta.dirname, '../../fixtures/programmes/festa_bairro');

export const CLUBS = ['rancho', 'banda', 'clube'] as const;

export const fair = async (
  settings: Parameters<typeof app>[0] = {},
  { now = '2025-03-01T10:00:00Z', ...more }: { now?: string; clientFolder?: string } = {},
): Promise<Fair> => {
  const system = await app(settings, more);
  await system.server.get(Clock, { strict: false }).begin(new Date(now));
  const organisations: Record<string, string> = {};
  organisations['junta'] = await anOrganisation(system.sql, 'junta', { kinds: ['junta'] });
  for (const code of CLUBS) {
    organisations[code] = await anOrganisation(system.sql, code, {
      parent: organisations['junta'],
      kinds: ['coletividade'],
    });
    await system.sql.query(`UPDATE organisation SET attributes = '{"distrito": "baixa"}' WHERE id = $1`, [
      organisations[code],
    ]);
  }
  const publish: Fair['publish'] = async (changes = []) => {
    const { sources } = await readFolder(FOLDER);
    const changed = sources.map((source) => ({
      ...source,
      text: changes.reduce((text, { from, to }) => text.replace(from, to), source.text),
    }));
    await system.server.get(PublishService, { strict: false }).publish({ sources: changed });
  };
  await publish();
  const [row] = await system.sql.query<{ id: string }>(`SELECT id FROM programme WHERE key = 'festa_bairro'`);
  const member = (role: string, code: string) => [
    { role, programme: row?.id ?? '', organisation: organisations[code] ?? '' },
  ];
  for (const code of CLUBS) await aPerson(system.sql, `sec_${code}`, member('secretaria', code));
  await aPerson(system.sql, 'comissario', member('comissario', 'junta'));
  await aPerson(system.sql, 'estranho', []);
  const rows = <Row>(statement: string, values: unknown[] = []): Promise<Row[]> =>
    system.sql.query<Row>(`WITH ${TENANT} ${statement.replaceAll('ENTERED', ENTERED)}`, [
      ...tenantValues('system'),
      ...values,
    ]);
  return { ...system, organisations, rows, publish };
};

export const starts = async (browser: Browser, q = ''): Promise<Starts> => {
  const { body, status, text } = await browser.get<Starts>(
    `/api/starts${q === '' ? '' : `?q=${encodeURIComponent(q)}`}`,
  );
  if (status !== 200) throw new Error(text);
  return body;
};

/** Begins an act for a club. */
export const begin = (
  browser: Browser,
  organisation: string | undefined,
  { key = randomUUID(), workflow = 'numero' }: { key?: string; workflow?: string } = {},
): Promise<Answer<BegunCase>> =>
  browser.ask<BegunCase>('POST', '/api/starts', {
    body: { programme: 'festa_bairro', workflow, organisation: organisation ?? null },
    headers: { 'idempotency-key': key },
  });

export const seen = async (browser: Browser, id: string): Promise<CaseView> => {
  const { body, status, text } = await browser.get<CaseView>(`/api/cases/${id}`);
  if (status !== 200) throw new Error(text);
  return body;
};

export const act = (browser: Browser, id: string, body: Record<string, unknown>, key = randomUUID()): Promise<Answer> =>
  browser.ask('POST', `/api/cases/${id}/actions`, {
    body: { lockVersion: 0, ...body },
    headers: { 'idempotency-key': key },
  });
