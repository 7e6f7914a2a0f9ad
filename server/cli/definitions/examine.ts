import type { Finding } from '../../contract/finding.ts';
import { type Folder, readFolder } from '../../registry/folder.ts';
import { hasErrors, inspect, ordered } from '../../registry/inspect.ts';
import { unknownOrganisationNames } from '../../registry/organisation-names.ts';
import { type OrganisationLine, readOrganisations } from '../../registry/organisations.ts';
import { type Coverage, castOf, rehearse } from '../../registry/rehearse.ts';
import type { Shelf } from '../../registry/shelf.ts';

/** A folder of definitions, read and checked. */
export interface Examined {
  folder: Folder;
  shelf: Shelf;
  organisations: OrganisationLine[];
  findings: Finding[];
}

/** Most likely the folder is another one. */
const nothingHere = (root: string): Finding => ({
  code: 'no-definitions',
  severity: 'error',
  file: root,
  line: 1,
  column: 1,
  path: [],
  message: {
    'zh-CN': '这个文件夹里没有 forms/ 和 workflows/ 中的定义',
    en: 'There are no definitions in forms/ and workflows/ of this folder',
  },
});

/** Everything that lint says of a folder, its lists of organisations included. */
export const examine = async (root: string): Promise<Examined> => {
  const folder = await readFolder(root);
  const { shelf, findings } = inspect(folder.sources);
  const lists = folder.organisations.map(({ programme, file, bytes }) => {
    const list = readOrganisations(bytes, file);
    const definition = shelf.programmes.get(programme)?.dossier.programme;
    const unknown = definition === undefined ? [] : unknownOrganisationNames(list.organisations, definition, file);
    return { organisations: list.organisations, findings: [...list.findings, ...unknown] };
  });
  const none = folder.sources.length === 0 ? [nothingHere(root)] : [];
  return {
    folder,
    shelf,
    organisations: lists.flatMap(({ organisations }) => organisations),
    findings: ordered([...none, ...folder.findings, ...findings, ...lists.flatMap((list) => list.findings)]),
  };
};

/** Lint and every scenario; scenarios are played only where lint found no error. */
export const examineWithScenarios = async (root: string): Promise<Examined & { coverage: Coverage[] }> => {
  const examined = await examine(root);
  if (hasErrors(examined.findings)) return { ...examined, coverage: [] };
  const organisations = castOf(examined.organisations);
  const played = [...examined.shelf.programmes.values()].map((programme) =>
    rehearse({ shelf: examined.shelf, programme, organisations }),
  );
  return {
    ...examined,
    findings: ordered([...examined.findings, ...played.flatMap(({ findings }) => findings)]),
    coverage: played.flatMap(({ coverage }) => coverage),
  };
};
