import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { Models } from '../../../server/modules/models.ts';
import type { Finding } from '../../../server/contract/finding.ts';
import type { DefinitionSource } from '../../../server/registry/source.ts';
import { enter } from '../../../server/storage/tenant.ts';
import { sourcesOf } from '../../registry/lint/planted.ts';
import { type TestApp, app } from '../../support/app.ts';
import { aPerson, anOrganisation } from '../../support/people.ts';

const WICK = { type: 'string', title: 'Wick', maxLength: 20 };
const ROWS = {
  type: 'array',
  title: 'Rows',
  maxItems: 5,
  items: { type: 'object', properties: { n: { type: 'integer', title: 'N' }, m: { type: 'integer', title: 'M' } } },
};

/** Lanterns with these fields, and states that a test may rename. */
const lanterns = (fields: Record<string, unknown>, rename: [string, string] = ['', '']): DefinitionSource[] =>
  sourcesOf({ fields }).map((source) =>
    source.name.kind === 'Workflow' ? { ...source, text: source.text.replaceAll(...rename) } : source,
  );

describe('a definition in use', () => {
  let system: TestApp;
  let publish: PublishService;

  const errors = async (sources: DefinitionSource[]): Promise<string[]> =>
    (await publish.plan({ sources })).findings
      .filter(({ severity }: Finding) => severity === 'error')
      .map(({ file, code, message }) => `${file.replace(/^.*\//, '')} ${code}: ${message.en}`);

  beforeAll(async () => {
    system = await app();
    publish = system.server.get(PublishService);
    await anOrganisation(system.sql, 'hut_one', { kinds: ['hut'] });
    await publish.publish({ sources: lanterns({ wick: WICK, rows: ROWS, spare: WICK }) });
    const person = await aPerson(system.sql, 'ada');
    const [running] = await system.server.get(Models).published();
    const data = { wick: 'long', rows: [{ n: 1 }] };
    await system.sql.transaction(async (sql) => {
      await enter(sql, 'system');
      await sql.query(
        `INSERT INTO draft (case_id, programme_id, organisation_id, rev, form_version_id, data, saved_by, saved_at)
         SELECT id, programme_id, organisation_id, 1, $1, $2, $3, now() FROM case_ LIMIT 1`,
        [running?.formVersionId, JSON.stringify(data), person],
      );
    });
  });
  afterAll(() => system.close());

  it('may lose a field in which nobody wrote anything', async () => {
    expect(await errors(lanterns({ wick: WICK, rows: ROWS }))).toEqual([]);
  });

  it('may not lose a field that holds a value of a running case, in the head or in a row', async () => {
    const row = { ...ROWS, items: { type: 'object', properties: { m: { type: 'integer', title: 'M' } } } };
    expect(await errors(lanterns({ rows: row, spare: WICK }))).toEqual([
      'trial.json field-in-use: The field "wick" is gone while 1 running cases hold a value in it',
      'trial.json field-in-use: The field "rows.n" is gone while 1 running cases hold a value in it',
    ]);
  });

  it('may not give a published key another type', async () => {
    expect(await errors(lanterns({ wick: { type: 'integer', title: 'Wick' }, rows: ROWS, spare: WICK }))).toEqual([
      'trial.json field-retyped: The field "wick" was published and cannot change what it holds (string became number)',
    ]);
  });

  it('may turn a text into a choice and add fields', async () => {
    const choice = { title: 'Wick', oneOf: [{ const: 'long', title: 'Long' }] };
    expect(await errors(lanterns({ wick: choice, rows: ROWS, spare: WICK, more: WICK }))).toEqual([]);
  });

  it('may not lose a state in which a case stands', async () => {
    expect(await errors(lanterns({ wick: WICK, rows: ROWS, spare: WICK }, ['open', 'begun']))).toEqual([
      'trial.yaml state-in-use: The state "open" is gone while 1 cases stand in it',
    ]);
    expect(await errors(lanterns({ wick: WICK, rows: ROWS, spare: WICK }, ['sent', 'given']))).toEqual([]);
  });
});
