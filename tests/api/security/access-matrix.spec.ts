import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { Permission } from '../../../server/contract/definition/programme.ts';
import { app, type Browser, type TestApp } from '../../support/app.ts';
import { anOrganisation, aPerson, aProgramme } from '../../support/people.ts';
import { type Route, routesOf } from '../../support/routes.ts';

/** What the roles of the trial programme may, as a reader of this file expects it. */
const ROLES: Record<string, Permission[]> = {
  nobody: [],
  filler: ['cases.fill'],
  reviewer: ['cases.read', 'cases.remark', 'cases.review', 'boards.read'],
  designer: ['definitions.edit', 'definitions.publish', 'programmes.manage'],
  registrar: ['organisations.manage', 'people.manage'],
  auditor: ['audit.read'],
};

/** Open to everybody. A route comes onto this list by somebody's decision, not by being written. */
const PUBLIC = [
  'GET /api/docs',
  'GET /api/docs/:file',
  'GET /api/docs/start.js',
  'GET /api/elections/:election',
  'GET /api/elections/:election/bundle.zip',
  'GET /api/elections/:election/bundle/:file',
  'GET /api/elections/:election/checkpoints',
  'GET /api/elections/:election/manifest',
  'GET /api/elections/:election/pictures/:picture',
  'GET /api/elections/:election/pictures/:picture/small',
  'GET /api/elections/:election/result',
  'GET /api/health',
  'GET /api/installation',
  'GET /api/join/:programme/:workflow',
  'GET /api/join/:programme/:workflow/organisations',
  'GET /api/metrics',
  'GET /api/openapi.json',
  'GET /api/public/matters/:case/:kind',
  'GET /api/public/matters/receipts/:receipt',
  'GET /api/ready',
  'POST /api/elections/:election/ballots',
  'POST /api/elections/:election/codes',
  'POST /api/join/:programme/:workflow',
  'POST /api/join/receipts',
  'POST /api/public/matters/:case/:kind',
  'POST /api/session',
  'POST /api/session/demonstration',
  'POST /api/set-up',
];

const nameOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;

describe('every route of the router', () => {
  let system: TestApp;
  let routes: Route[];
  const browsers = new Map<string, Browser>();

  beforeAll(async () => {
    system = await app();
    const programme = await aProgramme(system.sql, 'trial');
    const organisation = await anOrganisation(system.sql, 'mill', { kinds: ['site'] });
    for (const role of Object.keys(ROLES)) {
      await aPerson(system.sql, role, role === 'nobody' ? [] : [{ role, programme, organisation }]);
      browsers.set(role, await system.as(role));
    }
    routes = routesOf(system).filter((route): route is Route => route.policy !== undefined);
  });

  afterAll(() => system.close());

  /** With ids that exist nowhere, in a programme that exists nowhere: only the gate can answer differently by role. */
  const call = (browser: Browser, { method, path }: Route) =>
    browser.ask(
      method,
      path.replaceAll(/:[A-Za-z]+/g, () => newId()),
      method === 'GET' ? {} : { body: {} },
    );

  const isGate = (status: number, code: unknown): boolean =>
    status === 401 || (status === 403 && code === 'not-allowed');

  it('has a policy, but for the client’s own pages', () => {
    const unlisted = routesOf(system).filter(({ policy }) => policy === undefined);
    expect(unlisted.map(nameOf)).toEqual(['GET *']);
    expect(routes.length).toBeGreaterThan(25);
  });

  it('is open to strangers only where this list says so', () => {
    expect(
      routes
        .filter(({ policy }) => policy === 'public')
        .map(nameOf)
        .sort(),
    ).toEqual(PUBLIC);
  });

  it('asks strangers to sign in', async () => {
    for (const route of routes.filter(({ policy }) => policy !== 'public')) {
      const { status, body } = await call(system.browser(), route);
      expect([nameOf(route), status, body['code']]).toEqual([nameOf(route), 401, 'not-signed-in']);
    }
  });

  it.each(Object.keys(ROLES))('lets the %s pass exactly where a permission of the role is named', async (role) => {
    const browser = browsers.get(role);
    if (browser === undefined) throw new Error(role);
    for (const route of routes) {
      const { policy } = route;
      if (typeof policy === 'string' || nameOf(route).startsWith('DELETE /api/session')) continue;
      const wanted: readonly Permission[] = [policy.permission].flat();
      const expected =
        !route.path.includes(':programme') && wanted.some((permission) => ROLES[role]?.includes(permission));
      const { status, body } = await call(browser, route);
      expect([nameOf(route), status < 500, !isGate(status, body['code'])]).toEqual([nameOf(route), true, expected]);
    }
  });

  it('lets a signed-in person pass where no permission is needed', async () => {
    const browser = await system.as('nobody');
    for (const route of routes.filter(({ policy }) => policy === 'signed-in' || policy === 'session')) {
      if (nameOf(route) === 'DELETE /api/session') continue;
      const { status, body } = await call(browser, route);
      expect([nameOf(route), isGate(status, body['code'])]).toEqual([nameOf(route), false]);
    }
  });
});
