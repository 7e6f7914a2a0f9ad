import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FormExport } from '../../../server/contract/wire/export.ts';
import type { Work } from '../../../server/work/start-work.ts';
import type { Browser } from '../../support/app.ts';
import { type Harbour, act, berths, harbour, send, view } from '../../support/harbour.ts';
import { aPerson } from '../../support/people.ts';
import { FORM, edit, hands, publish, publishTogether } from './gate.ts';

const ADDRESS = '/api/programmes/harbour_log/forms/berth_list/export';
const PROGRAMME = { kind: 'Programme', key: 'harbour_log' } as const;
const REMARK = '    "remark": {"type": "string", "title": "Remark", "maxLength": 500},\n';
const OWNER =
  '          "owner": {"type": "string", "title": "Owner", "minLength": 1, "maxLength": 60, "x-pii": "name"},\n';
const NAME = '          "name": {"type": "string", "title": "Name", "minLength": 1, "maxLength": 60},\n';
const PAINT = `          "paint": {"title": "Paint", "oneOf": [{"const": "r", "title": "Red"}, {"const": "g", "title": "Green"}, {"const": "b", "title": "Blue"}]},\n`;

const painted = (paint: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...berths(),
  boats: (berths()['boats'] as object[]).map((boat) => ({ ...boat, paint })),
  ...more,
});

describe('the export of a form with several versions', () => {
  let system: Harbour;
  let work: Work;
  let ada: Browser;
  let ben: Browser;
  let ivan: Browser;

  beforeAll(async () => {
    system = await harbour();
    for (const account of ['ada', 'ben']) await aPerson(system.sql, account, [{ role: 'administrator' }]);
    work = await hands(system);
    [ada, ben, ivan] = await Promise.all([system.as('ada'), system.as('ben'), system.as('ivan')]);
    const [nora, sara] = await Promise.all([system.as('nora'), system.as('sara')]);
    const [north, south] = await Promise.all(
      ['north', 'south'].map((organisation) => system.caseOf({ workflow: 'berth_list', organisation })),
    );
    await edit(ada, FORM, [NAME, `${NAME}${PAINT}`]);
    await publish(ada);
    await send(nora, north ?? '', painted('g', { remark: '=SUM(A1)' }));
    // A title and a place change, a choice in the middle and a field that holds data go, another field comes.
    await edit(
      ada,
      FORM,
      [REMARK, ''],
      ['{"const": "g", "title": "Green"}, ', ''],
      ['"title": "Blue"', '"title": "Deep blue"'],
      [OWNER, ''],
      [NAME, `${OWNER.replace('"Owner"', '"Proprietor"')}${NAME}`],
      ['"length": {', '"flag": {"type": "string", "title": "Flag", "maxLength": 40},\n          "length": {'],
    );
    await publishTogether([ada, ben]);
    await send(sara, south ?? '', painted('b'));
  }, 60_000);
  afterAll(async () => {
    await work.stop();
    await system.close();
  });

  const exported = async (browser: Browser, query = ''): Promise<FormExport> =>
    (await browser.get<FormExport>(`${ADDRESS}?format=json${query}`)).body;

  it('has a column for every key that there ever was, named as the newest version names it', async () => {
    const { columns } = await exported(ivan);
    expect(columns.map(({ key }) => key)).toEqual([
      'keeper',
      'phone',
      'remark',
      'boats.owner',
      'boats.name',
      'boats.paint',
      'boats.flag',
      'boats.length',
      'boats.seen_on',
      'boats.photos',
    ]);
    expect(columns.find(({ key }) => key === 'boats.owner')).toMatchObject({
      title: 'Proprietor',
      versions: [3, 2, 1],
    });
    expect(columns.find(({ key }) => key === 'remark')).toMatchObject({ title: 'Remark', versions: [2, 1] });
  });

  it('keeps every value under the key and the version by which it was handed in: nothing shifts, nothing is lost', async () => {
    const { rows } = await exported(ivan);
    expect(rows).toMatchObject([
      {
        organisation: { code: 'north' },
        version: 2,
        data: { remark: '=SUM(A1)', boats: [{ name: 'Boat 1', paint: 'g' }] },
      },
      { organisation: { code: 'south' }, version: 3, data: { boats: [{ name: 'Boat 1', paint: 'b' }] } },
    ]);
  });

  it('says as text what was chosen, also where the choice is gone, and never starts a formula', async () => {
    const { text, headers } = await ivan.get(`${ADDRESS}?format=csv`);
    expect(headers.get('content-type')).toContain('text/csv');
    const [head, north, south] = text
      .replace('\uFEFF', '')
      .split('\r\n')
      .map((line) => line.split(','));
    const at = (line: string[] | undefined, title: string): string | undefined => line?.[head?.indexOf(title) ?? -1];
    expect(at(north, 'Remark')).toBe("'=SUM(A1)");
    expect(at(north, 'Boats/Paint')).toBe('Green');
    expect(at(south, 'Boats/Paint')).toBe('Deep blue');
    expect(at(south, 'Remark')).toBe('');
    expect(at(south, 'Boats/Name')).toBe('Boat 1');
    expect(at(south, 'workflow')).toBe('Berth list');
    expect(at(south, 'sent at')).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  });

  it('masks personal values unless somebody who may have them says why, and records it', async () => {
    const { rows } = await exported(ivan);
    expect(rows[0]?.data).toMatchObject({ keeper: 'N***' });
    expect((await ivan.get(`${ADDRESS}?reason=Yearly+report`)).status).toBe(403);
    await edit(ada, PROGRAMME, ['notices.send]', 'notices.send, exports.personal]']);
    await publish(ada, { definitions: [PROGRAMME] });
    const marta = await system.as('marta');
    const { status, body } = await marta.get<FormExport>(`${ADDRESS}?reason=Yearly+report`);
    expect(status).toBe(200);
    expect(body.rows[0]?.data).toMatchObject({ keeper: 'Nora Neves' });
    const lines = await system.sql.query<{ type: string; detail: string | null }>(
      `SELECT type, detail FROM audit WHERE type LIKE 'form.exported%' ORDER BY seq DESC LIMIT 1`,
    );
    expect(lines).toEqual([{ type: 'form.exported-whole', detail: 'Yearly report' }]);
  });

  it('hands nothing to those who have no part in it', async () => {
    expect((await ada.get(ADDRESS)).status).toBe(403);
    expect((await (await system.as('sara')).get(ADDRESS)).status).toBe(403);
    expect((await ivan.get('/api/programmes/harbour_log/forms/nothing/export')).status).toBe(404);
  });

  it('leaves out what was taken back', async () => {
    const nora = await system.as('nora');
    const north = await system.caseOf({ workflow: 'berth_list', organisation: 'north' });
    const { lockVersion } = await view(nora, north);
    const { status } = await act(nora, north, { action: 'take_back', lockVersion });
    expect(status).toBe(200);
    expect((await exported(ivan)).rows.map(({ organisation }) => organisation?.code)).toEqual(['south']);
  });
});
