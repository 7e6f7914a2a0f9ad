import { readFile, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Finding, FindingText } from '../contract/finding.ts';
import { DEFINITION_KINDS, type DefinitionKind, type DefinitionName, Key } from '../contract/key.ts';
import { LIMITS } from './limits.ts';
import { say } from './place.ts';
import type { DefinitionSource } from './source.ts';

/** What stands in a folder with `forms/` and `workflows/`: texts, lists of organisations (as bytes), and what could not be taken. */
export interface Folder {
  sources: DefinitionSource[];
  organisations: { programme: string; file: string; bytes: Uint8Array }[];
  findings: Finding[];
}

const CALENDARS = 'calendars';

const finding = (file: string, code: string, message: FindingText, suggestion?: FindingText): Finding => ({
  code,
  severity: 'error',
  file,
  line: 1,
  column: 1,
  path: [],
  message,
  ...(suggestion === undefined ? {} : { suggestion }),
});

/** All files below a folder as paths with `/`, sorted; an absent folder has none. */
const filesBelow = async (root: string, folder: string): Promise<string[]> => {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
};

const byPlace = (steps: readonly string[], stem: string, ending: string): DefinitionName | undefined => {
  const [top, programme = '', third] = steps;
  if (top === 'forms' && ending === 'json' && steps.length === 3) return { programme, kind: 'Form', key: stem };
  if (top !== 'workflows' || ending !== 'yaml') return undefined;
  if (steps.length === 4 && third === 'scenarios') return { programme, kind: 'Scenario', key: stem };
  if (steps.length === 4 && third === 'migrations') return { programme, kind: 'Migration', key: stem };
  if (steps.length !== 3) return undefined;
  if (programme === CALENDARS) return { programme: null, kind: 'Calendar', key: stem };
  if (stem === 'programme') return { programme, kind: 'Programme', key: programme };
  if (stem === 'demonstration') return { programme, kind: 'Demonstration', key: stem };
  return { programme, kind: 'Workflow', key: stem };
};

/** The name that a file has by its place; undefined for a file that is no definition. */
export const nameOfFile = (file: string): DefinitionName | undefined => {
  const steps = file.split('/');
  const [stem = '', ending = ''] = (steps.at(-1) ?? '').split(/\.(?=[^.]*$)/);
  const name = byPlace(steps, stem, ending);
  if (name === undefined || !Key.safeParse(name.key).success) return undefined;
  return name.programme === null || Key.safeParse(name.programme).success ? name : undefined;
};

/** The file in which a definition stands: the other way round. */
export const fileOfName = ({ programme, kind, key }: DefinitionName): string => {
  const files: Record<DefinitionKind, string> = {
    Form: `forms/${programme ?? ''}/${key}.json`,
    Programme: `workflows/${programme ?? ''}/programme.yaml`,
    Workflow: `workflows/${programme ?? ''}/${key}.yaml`,
    Scenario: `workflows/${programme ?? ''}/scenarios/${key}.yaml`,
    Demonstration: `workflows/${programme ?? ''}/demonstration.yaml`,
    Migration: `workflows/${programme ?? ''}/migrations/${key}.yaml`,
    Calendar: `workflows/${CALENDARS}/${key}.yaml`,
  };
  return files[kind];
};

const LOOKS_LIKE_DEFINITION = /\.(json|ya?ml)$/i;

const misplaced = (file: string): Finding =>
  finding(
    file,
    'misplaced-file',
    say('这个文件的位置或名字不对，不会被读取', 'This file has no place here and is not read'),
    say(
      '应为 forms/<方案>/<键>.json、workflows/<方案>/<键>.yaml、workflows/<方案>/scenarios/<键>.yaml 或 workflows/calendars/<键>.yaml；键只用小写字母、数字和 _',
      'Expected forms/<programme>/<key>.json, workflows/<programme>/<key>.yaml, workflows/<programme>/scenarios/<key>.yaml or workflows/calendars/<key>.yaml; keys are lower-case letters, digits and _',
    ),
  );

const tooLarge = (file: string, limit: number): Finding =>
  finding(file, 'too-large', say(`文件不能超过 ${String(limit)} 字节`, `A file is at most ${String(limit)} bytes`));

const notUtf8 = (file: string): Finding =>
  finding(
    file,
    'encoding',
    say('文件不是 UTF-8 编码', 'This file is not UTF-8'),
    say('请另存为 UTF-8', 'Save it as UTF-8'),
  );

const take = async (root: string, file: string, into: Folder): Promise<void> => {
  const organisations = /^workflows\/([^/]+)\/organisations\.csv$/.exec(file)?.[1];
  const name = nameOfFile(file);
  if (organisations === undefined && name === undefined) {
    if (LOOKS_LIKE_DEFINITION.test(file)) into.findings.push(misplaced(file));
    return;
  }
  const limit = name === undefined ? LIMITS.csvBytes : LIMITS.bytes;
  if ((await stat(join(root, file))).size > limit) {
    into.findings.push(tooLarge(file, limit));
    return;
  }
  const bytes = await readFile(join(root, file));
  if (name === undefined) {
    into.organisations.push({ programme: organisations ?? '', file, bytes });
    return;
  }
  try {
    into.sources.push({ name, file, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) });
  } catch {
    into.findings.push(notUtf8(file));
  }
};

/** Reads `forms/` and `workflows/` below a folder. Order: by kind, then by path, so that two readings are the same. */
export const readFolder = async (root: string): Promise<Folder> => {
  const folder: Folder = { sources: [], organisations: [], findings: [] };
  const files = [...(await filesBelow(root, 'forms')), ...(await filesBelow(root, 'workflows'))];
  for (const file of files) await take(root, file, folder);
  const rank = ({ name }: DefinitionSource): number => DEFINITION_KINDS.indexOf(name.kind);
  folder.sources.sort((a, b) => rank(a) - rank(b));
  return folder;
};
