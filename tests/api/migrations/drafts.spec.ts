import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from '../../support/app.ts';
import { act, berths, view } from '../../support/harbour.ts';
import { type Quays, planOf, quays } from './quays.ts';

const FORM = 'forms/harbour_log/berth_list.json';

/** The form without its remark, without the owners of the boats, and with a field for notes. */
const without = (text: string): string => {
  const form = JSON.parse(text) as {
    properties: { boats: { items: { properties: Record<string, unknown>; required: string[] } } } & Record<
      string,
      unknown
    >;
  };
  delete form.properties['remark'];
  const rows = form.properties.boats.items;
  delete rows.properties['owner'];
  rows.required = rows.required.filter((key) => key !== 'owner');
  form.properties['note'] = { type: 'string', title: 'Note', maxLength: 500 };
  return JSON.stringify(form, null, 2);
};

describe('a draft under way when the form loses fields', () => {
  let port: Quays;
  let nora: Browser;
  let north: string;

  const draftOf = async (caseId: string): Promise<Record<string, unknown>> => {
    const [row] = await port.rows<{ data: Record<string, unknown> }>(
      `SELECT d.data FROM draft d WHERE ENTERED AND d.case_id = $7`,
      [caseId],
    );
    return row?.data ?? {};
  };
  const save = async (who: Browser, caseId: string, data: Record<string, unknown>): Promise<number> => {
    const rev = (await view(who, caseId)).draft?.rev ?? 0;
    return (await who.ask('PUT', `/api/cases/${caseId}/draft`, { body: { rev, data } })).status;
  };

  beforeAll(async () => {
    port = await quays();
    await port.work();
    nora = await port.as('nora');
    north = await port.caseOf({ workflow: 'berth_list', organisation: 'north' });
    expect(await save(nora, north, { ...berths(), remark: 'Two boats are away' })).toBe(200);
    await port.settled(await port.publish({ file: FORM, edit: without }));
  });
  afterAll(() => port.close());

  it('is told what the form has no place for any more, and shows the rest', async () => {
    const { data, formChange, draft } = await view(nora, north);
    expect(draft?.rev).toBe(1);
    expect(data).toMatchObject({ keeper: 'Nora Neves', boats: [{ name: 'Boat 1' }] });
    expect(Object.keys(data)).not.toContain('remark');
    expect(formChange).toEqual({
      orphaned: [
        { field: 'boats.owner', title: 'Owner', values: ['Rui Rocha'] },
        { field: 'remark', title: 'Remark', values: ['Two boats are away'] },
      ],
    });
  });

  it('loses nothing when it is saved and sent, and what is gone does not stand in the way', async () => {
    const { data } = await view(nora, north);
    expect(await save(nora, north, { ...data, note: 'Back on Monday' })).toBe(200);
    expect(await draftOf(north)).toMatchObject({ remark: 'Two boats are away', boats: [{ owner: 'Rui Rocha' }] });
    const { lockVersion, formChange } = await view(nora, north);
    expect(formChange?.orphaned).toHaveLength(2);
    const sent = await act(nora, north, { action: 'send', lockVersion, data: (await view(nora, north)).data });
    expect(sent.status).toBe(200);
    const [frozen] = await port.rows<{ data: object }>(
      `SELECT s.data FROM submission s WHERE ENTERED AND s.case_id = $7`,
      [north],
    );
    expect(frozen?.data).toMatchObject({
      note: 'Back on Monday',
      remark: 'Two boats are away',
      boats: [{ owner: 'Rui Rocha' }],
    });
  });

  it('hides from a reviewer what was personal in the field that is gone', async () => {
    const ines = await port.as('ines');
    const { formChange } = await view(ines, north);
    expect(formChange?.orphaned).toEqual([
      { field: 'boats.owner', title: 'Owner', values: ['R***'] },
      { field: 'remark', title: 'Remark', values: ['Two boats are away'] },
    ]);
    const version = await ines.get<{ data: Record<string, unknown> }>(`/api/cases/${north}/submissions/1`);
    expect(JSON.stringify(version.body)).not.toContain('Rui Rocha');
  });

  it('still refuses what no version of the form has', async () => {
    const sara = await port.as('sara');
    const south = await port.caseOf({ workflow: 'berth_list', organisation: 'south' });
    const { lockVersion } = await view(sara, south);
    const { boats } = berths();
    const rows = (boats as Record<string, unknown>[]).map(({ owner, ...row }) => ({ ...row, strange: owner }));
    const sent = await act(sara, south, { action: 'send', lockVersion, data: { ...berths(), boats: rows } });
    expect(sent.status).toBe(422);
  });
});

describe('a field that is renamed by a plan', () => {
  let port: Quays;

  beforeAll(async () => {
    port = await quays();
    await port.work();
  });
  afterAll(() => port.close());

  it('takes the values along: in the draft in place, in what was sent as a version of its own', async () => {
    const [nora, sara] = [await port.as('nora'), await port.as('sara')];
    const [north, south] = [
      await port.caseOf({ workflow: 'berth_list', organisation: 'north' }),
      await port.caseOf({ workflow: 'berth_list', organisation: 'south' }),
    ];
    const body = { rev: 0, data: { keeper: 'Nora', remark: 'Draft words' } };
    expect((await nora.ask('PUT', `/api/cases/${north}/draft`, { body })).status).toBe(200);
    const { lockVersion } = await view(sara, south);
    const data = { ...berths(), remark: 'Sent words' };
    expect((await act(sara, south, { action: 'send', lockVersion, data })).status).toBe(200);
    const renamed = (text: string): string => text.replace('"remark"', '"note"');
    const plan = planOf('from: 1\nto: 2\nfields: [{move: {remark: note}}]');
    const followed = await port.publish({ file: FORM, edit: renamed }, { plans: [plan] });
    await port.settled(followed);
    expect(await view(nora, north)).toMatchObject({ data: { keeper: 'Nora', note: 'Draft words' }, draft: { rev: 2 } });
    const ines = await port.as('ines');
    expect(await view(ines, south)).toMatchObject({ submissions: 2, state: 'sent', data: { note: 'Sent words' } });
    const first = await ines.get(`/api/cases/${south}/submissions/1`);
    expect(first.body).toMatchObject({ data: { remark: 'Sent words' } });
    expect(await port.lines(south)).toEqual(['opened', 'acted', 'migrated']);
    const undone = await port.publish({ file: FORM, edit: (text) => text }, { undoes: followed.publication });
    await port.settled(undone);
    expect(await view(nora, north)).toMatchObject({ data: { keeper: 'Nora', remark: 'Draft words' } });
    expect(await view(ines, south)).toMatchObject({ submissions: 3, data: { remark: 'Sent words' } });
  });
});
