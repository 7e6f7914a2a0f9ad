import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { app, type Browser, type TestApp } from '../../support/app.ts';
import { aPerson } from '../../support/people.ts';
import { type Route, routesOf } from '../../support/routes.ts';

describe('changes that another site asks a browser for', () => {
  let system: TestApp;
  let browser: Browser;
  let changes: Route[];

  beforeAll(async () => {
    system = await app();
    await aPerson(system.sql, 'root', [{ role: 'administrator' }]);
    browser = await system.as('root');
    changes = routesOf(system).filter((route): route is Route => route.policy !== undefined && route.method !== 'GET');
  });

  afterAll(() => system.close());

  const call = ({ method, path }: Route, headers: Record<string, string>, body: unknown = {}) =>
    browser.ask(
      method,
      path.replaceAll(/:\w+/g, () => newId()),
      { body, headers },
    );

  const refusedEverywhere = async (routes: Route[], headers: Record<string, string>) => {
    for (const route of routes) {
      const { status, body } = await call(route, headers);
      expect([route.method, route.path, status, body['code']]).toEqual([route.method, route.path, 403, 'cross-site']);
    }
  };

  it('are refused on every route without the session’s token, or with another one', async () => {
    const guarded = changes.filter(({ policy }) => policy !== 'public');
    expect(guarded.length).toBeGreaterThan(8);
    const token = browser.csrf;
    browser.csrf = undefined;
    await refusedEverywhere(guarded, {});
    await refusedEverywhere(guarded, { 'x-csrf-token': '' });
    await refusedEverywhere(guarded, { 'x-csrf-token': 'A'.repeat(43) });
    browser.csrf = token;
  });

  it('are refused on every route, signing in as well, by what the browser says of their origin', async () => {
    await refusedEverywhere(changes, { origin: 'https://evil.example' });
    await refusedEverywhere(changes, { origin: 'null' });
    await refusedEverywhere(changes, { 'sec-fetch-site': 'cross-site' });
    await refusedEverywhere(changes, { 'sec-fetch-site': 'same-site', origin: system.url });
  });

  it('cannot be sent as a plain form', async () => {
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
    ];
    const forms = changes.filter(
      ({ path, method }) => ['/api/session', '/api/people'].includes(path) && method === 'POST',
    );
    for (const type of types)
      for (const route of forms) {
        const { status, headers } = await call(route, { 'content-type': type }, 'account=root');
        expect([route.path, type, status === 415 || status === 422]).toEqual([route.path, type, true]);
        expect(headers.get('set-cookie')).toBeNull();
      }
  });

  it('are let through from the system’s own pages', async () => {
    const { status } = await browser.ask('DELETE', '/api/session', {
      headers: { origin: system.url, 'sec-fetch-site': 'same-origin' },
    });
    expect(status).toBe(204);
  });
});
