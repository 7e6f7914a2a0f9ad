import { resolve } from 'node:path';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { readFolder } from '../../../server/registry/folder.ts';
import type { DefinitionSource } from '../../../server/registry/source.ts';
import { type TestApp, app } from '../../support/app.ts';
import { aPerson, aProgramme } from '../../support/people.ts';

const RIVER = resolve(import.meta.dirname, '../../fixtures/programmes/river_watch');

const DESK_ROLES = `roles:
  designer:       {title: Designer, may: [definitions.edit, definitions.publish, programmes.manage]}
  form_editor:    {title: Form editor, may: [definitions.edit]}
`;

/** The river watch's definitions, in which somebody may also edit them. */
export const riverSources = async (): Promise<DefinitionSource[]> =>
  (await readFolder(RIVER)).sources.map((source) =>
    source.name.kind === 'Programme' ? { ...source, text: source.text.replace('roles:\n', DESK_ROLES) } : source,
  );

/** One of the river watch's texts. */
export const riverText = async (kind: string): Promise<string> =>
  (await riverSources()).find(({ name }) => name.kind === kind)?.text ?? '';

/**
 * A system with the river watch published and another programme beside it. `ann` and `bo` design the river watch, `eve` edits
 * its forms and workflows alone, `olly` only observes, `zoe` designs the other programme.
 */
export const riverApp = async (): Promise<TestApp> => {
  const system = await app();
  await system.server.get(PublishService).publish({ sources: await riverSources() });
  const [river] = await system.sql.query<{ id: string }>(`SELECT id FROM programme WHERE key = 'river_watch'`);
  const programme = river?.id ?? '';
  for (const account of ['ann', 'bo']) await aPerson(system.sql, account, [{ role: 'designer', programme }]);
  await aPerson(system.sql, 'eve', [{ role: 'form_editor', programme }]);
  await aPerson(system.sql, 'olly', [{ role: 'observer', programme }]);
  await aPerson(system.sql, 'zoe', [{ role: 'designer', programme: await aProgramme(system.sql, 'other') }]);
  await aPerson(system.sql, 'root', [{ role: 'administrator' }]);
  return system;
};
