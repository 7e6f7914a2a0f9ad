import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { DomainError } from '../../../server/modules/domain-error.ts';
import { Models } from '../../../server/modules/models.ts';
import { readFolder } from '../../../server/registry/folder.ts';
import type { DefinitionSource } from '../../../server/registry/source.ts';
import { type TestApp, app } from '../../support/app.ts';
import { anOrganisation } from '../../support/people.ts';

const RIVER = resolve(import.meta.dirname, '../../fixtures/programmes/river_watch');

const sources = async (): Promise<DefinitionSource[]> => (await readFolder(RIVER)).sources;

/** The same definitions with one text changed. */
const edited = async (kind: string, from: string, to: string): Promise<DefinitionSource[]> =>
  (await sources()).map((source) =>
    source.name.kind === kind ? { ...source, text: source.text.replace(from, to) } : source,
  );

const changesOf = (published: { changes: { name: { kind: string }; change: string }[] }): string[] =>
  published.changes.map(({ name, change }) => `${name.kind} ${change}`).sort();

describe('publishing', () => {
  let system: TestApp;
  let publish: PublishService;

  beforeAll(async () => {
    system = await app();
    publish = system.server.get(PublishService);
    await anOrganisation(system.sql, 'weir', { kinds: ['station'] });
  });
  afterAll(() => system.close());

  const versions = (kind: string) =>
    system.sql.query<{ n: number; status: string; source: string }>(
      `SELECT v.n, v.status, v.source FROM definition_version v JOIN definition d ON d.id = v.definition_id
        WHERE d.kind = $1 ORDER BY v.n`,
      [kind],
    );

  it('publishes a programme with everything in it, and makes the cases that are owed', async () => {
    const { changes, obligations } = await publish.publish({ sources: await sources() });
    expect(changesOf({ changes })).toContain('Workflow new');
    expect(obligations.created).toBeGreaterThan(0);
    const [workflow] = await system.server.get(Models).published();
    expect(workflow?.model.workflow.key).toBe('weekly_sampling');
    expect(workflow?.model.form.$id).toBe('sampling_sheet');
  });

  it('keeps the text as it was written, order and all', async () => {
    const [form] = await versions('Form');
    expect(form?.source).toBe((await sources()).find(({ name }) => name.kind === 'Form')?.text);
  });

  it('publishes nothing when nothing changed, not even for other line ends', async () => {
    const windows = (await sources()).map((source) => ({ ...source, text: source.text.replaceAll('\n', '\r\n') }));
    const { changes } = await publish.publish({ sources: windows });
    expect(changes).toEqual([]);
    expect(await versions('Workflow')).toHaveLength(1);
  });

  it('gives what stands on a changed programme a new version too, and retires the old ones', async () => {
    const changed = await edited('Programme', 'upper: 9.5', 'upper: 9.6');
    const { changes } = await publish.publish({ sources: changed });
    expect(changesOf({ changes })).toEqual(['Form carried', 'Programme changed', 'Workflow carried']);
    expect(await versions('Workflow')).toMatchObject([
      { n: 1, status: 'retired' },
      { n: 2, status: 'published' },
    ]);
  });

  it('refuses a definition with an error, says where, and writes nothing', async () => {
    const broken = await edited('Workflow', 'initial: ', 'initial: nowhere_');
    const before = await versions('Workflow');
    const refusal = await publish.publish({ sources: broken }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(DomainError);
    expect(refusal).toMatchObject({ code: 'definition-invalid' });
    expect((refusal as DomainError).issues[0]?.message).toMatchObject({
      en: expect.stringMatching(/^workflows\/river_watch\/weekly_sampling\.yaml:\d+:\d+ There is no state/),
    });
    expect(await versions('Workflow')).toEqual(before);
  });

  it('does not touch what an administrator published when the shipped files are loaded again', async () => {
    const { changes } = await publish.publishMissing({ sources: await sources() });
    expect(changes).toEqual([]);
    const [, second] = await versions('Programme');
    expect(second?.source).toContain('upper: 9.6');
  });

  it('lets two who publish at the same time both come through, one after the other', async () => {
    const titles = ['One', 'Two', 'Three'];
    const texts = await Promise.all(titles.map((title) => edited('Form', 'Weekly sampling sheet', title)));
    const done = await Promise.all(
      texts.map((given) => publish.publish({ sources: given.filter(({ name }) => name.kind === 'Form') })),
    );
    expect(done).toHaveLength(3);
    const forms = await versions('Form');
    expect(forms.filter(({ status }) => status === 'published')).toHaveLength(1);
    expect(new Set(forms.map(({ n }) => n)).size).toBe(forms.length);
  });
});
