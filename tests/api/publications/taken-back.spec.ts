import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EditedName } from '../../../server/contract/wire/design.ts';
import type { PublicationView } from '../../../server/contract/wire/publication.ts';
import type { Work } from '../../../server/work/start-work.ts';
import type { Browser } from '../../support/app.ts';
import { type Harbour, harbour } from '../../support/harbour.ts';
import { aPerson } from '../../support/people.ts';
import { edit, hands, listed, preview, publish, publishTogether, words } from './gate.ts';

const PROGRAMME: EditedName = { kind: 'Programme', key: 'harbour_log' };
const FORM: EditedName = { kind: 'Form', key: 'mooring' };
const WORKFLOW: EditedName = { kind: 'Workflow', key: 'mooring' };
const ALL = [PROGRAMME, FORM, WORKFLOW];

const FORM_TEXT = JSON.stringify({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'mooring',
  title: 'Mooring',
  type: 'object',
  properties: { rope: { type: 'string', title: 'Rope', maxLength: 40 } },
});

const WORKFLOW_TEXT = `apiVersion: formflow/v1
kind: Workflow
key: mooring
title: Mooring
subject: {form: mooring, per: [organisation], audience: {kinds: [quay]}}
actors:
  filler: {role: clerk, scope: own}
deadlines:
  report: {title: Due, on: 2025-03-31}
initial: open
states:
  open:
    title: Open
    rights: {filler: {write: all}}
    deadline: report
    on:
      send: {kind: submit, title: Send, by: [filler], to: done}
  done: {title: Done, final: success, rights: {filler: {read: all}}}
`;

describe('a publication that brought something new', () => {
  let system: Harbour;
  let ada: Browser;
  let ben: Browser;
  let work: Work;

  beforeAll(async () => {
    system = await harbour();
    for (const account of ['ada', 'ben']) await aPerson(system.sql, account, [{ role: 'administrator' }]);
    work = await hands(system);
    [ada, ben] = await Promise.all([system.as('ada'), system.as('ben')]);
  });
  afterAll(async () => {
    await work.stop();
    await system.close();
  });

  const save = async ({ kind, key }: EditedName, text: string): Promise<void> => {
    const path = `/api/programmes/harbour_log/definitions/${kind}/${key}/draft`;
    const { status, text: answer } = await ada.ask('PUT', path, { body: { text, rev: 0 } });
    if (status !== 200) throw new Error(answer);
  };

  const begin = async (): Promise<PublicationView> => {
    await save(FORM, FORM_TEXT);
    await save(WORKFLOW, WORKFLOW_TEXT);
    await edit(ada, PROGRAMME, ['share_out]', 'share_out, mooring]']);
    const made = await publish(ada, { definitions: ALL });
    return made.status === 'waiting' ? publishTogether([ada, ben], { definitions: ALL }) : made;
  };

  const cases = () =>
    system.rows<{ id: string; status: string; code: string }>(
      `SELECT c.id, c.status, o.code FROM organisation o JOIN case_ c ON c.organisation_id = o.id JOIN definition d ON d.id = c.workflow_id
        WHERE ENTERED AND d.key = 'mooring' AND c.status <> 'cancelled'`,
    );

  const standing = async (): Promise<number> => {
    const [row] = await system.sql.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM definition_version v JOIN definition d ON d.id = v.definition_id
        WHERE d.key = 'mooring' AND v.status = 'published'`,
    );
    return row?.n ?? 0;
  };

  it('is taken back whole: what was new stands no more, and what nobody has begun is not owed', async () => {
    const made = await begin();
    expect(await cases()).toHaveLength(2);
    expect((await listed(ada)).find(({ id }) => id === made.id)?.may).toEqual(['undo']);
    const told = await preview(ada, { definitions: [], undo: made.id });
    expect(told.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(words(told)).toEqual(expect.arrayContaining([expect.stringMatching(/workflow "Mooring" is gone/i)]));
    await publish(ada, { definitions: [], undo: made.id });
    expect(await standing()).toBe(0);
    expect(await cases()).toEqual([]);
  });

  it('can be published again later, under the same keys', async () => {
    await begin();
    expect(await standing()).toBe(2);
    expect(await cases()).toHaveLength(2);
  });

  it('is not taken back once somebody has begun to report, and says how many', async () => {
    const [last] = await listed(ada);
    const nora = await system.as('nora');
    const own = (await cases()).find(({ code }) => code === 'north')?.id ?? '';
    const saved = await nora.ask('PUT', `/api/cases/${own}/draft`, { body: { rev: 0, data: { rope: 'Hemp' } } });
    expect(saved.status).toBe(200);
    const told = await preview(ada, { definitions: [], undo: last?.id ?? '' });
    expect(told.findings).toMatchObject([{ code: 'workflow-in-use', severity: 'error' }]);
    expect(told.findings[0]?.message.en).toContain('1 of its cases');
    expect(await standing()).toBe(2);
  });
});
