import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeadlinePreview, MoveDeadline } from '../../../server/contract/wire/deadline.ts';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { readFolder } from '../../../server/registry/folder.ts';
import { type Browser, type TestApp, app } from '../../support/app.ts';
import { aPerson, anOrganisation } from '../../support/people.ts';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/programmes/kylatarkastus');
const AT = '/api/programmes/kylatarkastus/deadlines';

const MOVE: MoveDeadline = { workflow: 'saunat', deadline: 'ilmoitus', scope: { all: true }, to: { days: 7 } };

describe('moving a deadline around which scenarios were written', () => {
  let system: TestApp;
  let inspector: Browser;

  const sourceOf = async (kind: string, key: string): Promise<string> => {
    const [row] = await system.sql.query<{ source: string }>(
      `SELECT v.source FROM definition_version v JOIN definition d ON d.id = v.definition_id
        WHERE d.kind = $1 AND d.key = $2 AND v.status = 'published'`,
      [kind, key],
    );
    return row?.source ?? '';
  };

  beforeAll(async () => {
    system = await app();
    const { sources } = await readFolder(FOLDER);
    await anOrganisation(system.sql, 'sauna_one', { kinds: ['saunaseura'] });
    const office = await anOrganisation(system.sql, 'office');
    await system.server.get(PublishService, { strict: false }).publish({ sources });
    const [programme] = await system.sql.query<{ id: string }>(`SELECT id FROM programme WHERE key = 'kylatarkastus'`);
    await aPerson(system.sql, 'tuula', [{ role: 'tarkastaja', programme: programme?.id ?? '', organisation: office }]);
    inspector = await system.as('tuula');
  });
  afterAll(() => system.close());

  it('takes their dates along and says so beforehand', async () => {
    const { body } = await inspector.post<DeadlinePreview>(`${AT}/preview`, MOVE);
    expect([body.refusals, body.scenarios]).toEqual([[], ['Yksi sauna riittää']]);
  });

  it("writes a bound workflow's new day into the line of the programme that binds it", async () => {
    const { body: told } = await inspector.post<DeadlinePreview>(`${AT}/preview`, MOVE);
    const before = await sourceOf('Programme', 'kylatarkastus');
    const { status, text } = await inspector.post(`${AT}/change`, { ...MOVE, token: told.token, reason: 'Lumet' });
    expect([status, text]).toEqual([200, expect.any(String)]);
    expect(await sourceOf('Programme', 'kylatarkastus')).toBe(before.replace('on: 2025-05-31', 'on: 2025-06-07'));
  });
});
