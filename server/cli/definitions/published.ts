import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Finding } from '../../contract/finding.ts';
import { OwedCasesForecast } from '../../modules/definitions/owed-cases.ts';
import { PublishService } from '../../modules/definitions/publish.service.ts';
import type { PlannedChange } from '../../modules/definitions/publication.ts';
import type { DefinitionSource } from '../../registry/source.ts';
import type { OrganisationLine } from '../../registry/organisations.ts';
import { withSystem } from './system.ts';
import type { Tongue } from './tongue.ts';

/** The commands that compare a folder with the database, or carry one into the other. */

const WORDS: Record<PlannedChange['change'], Record<Tongue, string>> = {
  new: { 'zh-CN': '新建', en: 'new' },
  changed: { 'zh-CN': '修改', en: 'changed' },
  carried: { 'zh-CN': '随依赖更新', en: 'carried along' },
  same: { 'zh-CN': '不变', en: 'same' },
};

const changeLine = ({ name, before, change }: PlannedChange, tongue: Tongue): string => {
  const from = before === undefined ? '' : ` v${String(before.n)} →`;
  const title = [name.programme, name.kind, name.key].filter((part) => part !== null).join(' ');
  return `${WORDS[change][tongue]}: ${title}${from} v${String((before?.n ?? 0) + 1)}`;
};

export const changeLines = (changes: readonly PlannedChange[], tongue: Tongue): string[] => {
  const touched = changes.filter(({ change }) => change !== 'same');
  if (touched.length === 0) return [tongue === 'en' ? 'nothing to publish' : '没有需要发布的改动'];
  return touched.map((change) => changeLine(change, tongue));
};

interface Given {
  sources: DefinitionSource[];
  organisations: OrganisationLine[];
}

export interface Plan {
  changes: PlannedChange[];
  findings: Finding[];
  owed: Record<string, number>;
}

/** What publishing would do, and how many cases it would make. */
export const plan = (given: Given): Promise<Plan> =>
  withSystem(async (services) => {
    const { changes, findings, shelf } = await services.get(PublishService).plan(given);
    return { changes, findings, owed: await services.get(OwedCasesForecast).of(shelf, changes) };
  });

/** Publishes, unless something stands against it: then the findings say what. */
export const apply = (given: Given & { note: string | null }) =>
  withSystem(async (services) => {
    const service = services.get(PublishService);
    const { findings } = await service.plan(given);
    if (findings.some(({ severity }) => severity === 'error')) return { changes: [], findings, created: 0 };
    const published = await service.publish(given);
    return { changes: published.changes, findings: published.findings, created: published.obligations.created };
  });

const writeIfNew = async (root: string, { file, text }: DefinitionSource): Promise<boolean> => {
  const path = join(root, file);
  const stands = await readFile(path, 'utf8').catch(() => undefined);
  if (stands === text) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return true;
};

/** Writes the published texts to their files; answers which were written because they differed. */
export const pull = (root: string): Promise<string[]> =>
  withSystem(async (services) => {
    const written: string[] = [];
    for (const source of await services.get(PublishService).texts())
      if (await writeIfNew(root, source)) written.push(source.file);
    return written;
  });
