import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { app, type TestApp } from '../../support/app.ts';
import { routesOf } from '../../support/routes.ts';

interface Operation {
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
  requestBody?: { content: Record<string, { schema: object }> };
}
interface ApiDocument {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}

describe('keeping the system running', () => {
  let system: TestApp;

  beforeAll(async () => {
    system = await app();
  });

  afterAll(() => system.close());

  it('tells whether the process answers and whether it can work', async () => {
    expect((await system.browser().get('/api/health')).body).toEqual({ status: 'ok' });
    expect((await system.browser().get('/api/ready')).body).toEqual({ status: 'ready' });
  });

  it('measures requests by declared route, without anybody’s id', async () => {
    await system.browser().get('/api/people/0198c0de-0000-7000-8000-000000000000');
    await system.browser().get('/api/metrics');
    await system.browser().get('/api/people/0198c0de-0000-7000-8000-000000000000');
    const { text, headers } = await system.browser().get('/api/metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toMatch(
      /formflow_http_request_duration_seconds_count\{method="GET",route="\/api\/people\/:id",status="401"\} [12]/,
    );
    expect(text).toMatch(/formflow_database_connections\{state="waiting"\} 0/);
    expect(text).not.toContain('0198c0de');
  });

  it('shows the measurements to this machine alone, not to visitors whom a proxy brings', async () => {
    for (const name of ['x-forwarded-for', 'forwarded'])
      expect((await system.browser().get('/api/metrics', { headers: { [name]: '203.0.113.7' } })).status).toBe(404);
  });

  it('describes every route of the API, what it takes and what it answers', async () => {
    const { body } = await system.browser().get<ApiDocument>('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    for (const { method, path } of routesOf(system).filter(({ path }) => path.startsWith('/api'))) {
      const operation = body.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      expect([method, path, operation === undefined]).toEqual([method, path, false]);
      expect(operation?.responses['default']?.content).toHaveProperty(['application/problem+json']);
    }
    const create = body.paths['/api/people']?.['post'];
    expect(JSON.stringify(create?.requestBody)).toContain('memberships');
    expect(JSON.stringify(create?.responses['201'])).toContain('password');
  });

  it('shows that description on a page whose scripts are all files of ours', async () => {
    const page = await system.browser().get('/api/docs');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(page.text).not.toMatch(/<script>|onload=|<style/);
    for (const [, source] of page.text.matchAll(/(?:src|href)="([^"]+)"/g))
      expect([source, (await system.browser().get(String(source))).status]).toEqual([source, 200]);
    for (const path of ['package.json', 'index.html', '..%2fpackage.json'])
      expect((await system.browser().get(`/api/docs/${path}`)).status).toBe(404);
  });
});

describe('while the database is away', () => {
  it('says so, and comes back by itself', async () => {
    const system = await app();
    const { default: pg } = await import('pg');
    const owner = new pg.Client({
      connectionString: Object.assign(new URL(system.databaseUrl), { pathname: '/postgres' }).href,
    });
    await owner.connect();
    const name = new URL(system.databaseUrl).pathname.slice(1);
    const allow = (yes: boolean) => owner.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${String(yes)}`);
    await allow(false);
    await owner.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    const away = await system.browser().get('/api/ready');
    expect([away.status, away.body['code']]).toEqual([503, 'unavailable']);
    expect((await system.browser().get('/api/health')).status).toBe(200);
    await allow(true);
    await owner.end();
    expect((await system.browser().get('/api/ready')).status).toBe(200);
    await system.close();
  });
});
