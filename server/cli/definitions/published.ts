import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Finding } from '../../contract/finding.ts';
import { OwedCasesForecast } from '../../modules/definitions/owed-cases.ts';
import { PublishService } from '../../modules/definitions/publish.service.ts';
import type { PlannedChange } from '../../modules/definitions/publication.ts';
import { DraftsBesideService } from '../../modules/designs/drafts-beside.service.ts';
import { Obligations } from '../../modules/obligations.ts';
import type { ImportPlan } from '../../modules/organisations/import-plan.ts';
import { OrganisationsImportService } from '../../modules/organisations/organisations-import.service.ts';
import { PublishedProgrammes } from '../../modules/published-programmes.ts';
import { hasErrors } from '../../registry/inspect.ts';
import { type OrganisationLine, organisationsText } from '../../registry/organisations.ts';
import type { Shelf } from '../../registry/shelf.ts';
import type { DefinitionSource } from '../../registry/source.ts';
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

/** Lists of organisations that would change nothing are not told. */
export const takenLines = (taken: readonly Taken[], tongue: Tongue): string[] =>
  taken
    .filter(({ created, changed }) => created + changed > 0)
    .map(({ file, created, changed }) =>
      tongue === 'en'
        ? `${file}: ${String(created)} organisations new, ${String(changed)} changed`
        : `${file}：新增 ${String(created)} 个单位，修改 ${String(changed)} 个`,
    );

interface Given {
  sources: DefinitionSource[];
  organisations: OrganisationLine[];
  /** The lists of organisations as files. */
  lists: readonly { file: string; bytes: Uint8Array }[];
}

/** How many organisations a list made, or would make, and changed. */
export interface Taken {
  file: string;
  created: number;
  changed: number;
}

export interface Plan {
  changes: PlannedChange[];
  findings: Finding[];
  owed: Record<string, number>;
  taken: Taken[];
}

/** What stands against a list: told at its lines, as lint tells it. */
const findingsOf = (file: string, { problems }: ImportPlan): Finding[] =>
  problems.map(({ line, message }) => ({
    code: 'organisation',
    severity: 'error',
    file,
    line,
    column: 1,
    path: [],
    message,
  }));

/** What the lists would do once these definitions are published. */
const lookAtLists = async (services: INestApplicationContext, shelf: Shelf, lists: Given['lists']) => {
  const published = await services.get(PublishedProgrammes).all();
  const planned = [...shelf.programmes.values()].map(({ dossier }) => ({ definition: dossier.programme }));
  const looked: { taken: Taken; findings: Finding[] }[] = [];
  for (const { file, bytes } of lists) {
    const given = { csv: organisationsText(bytes), apply: false, person: null, programmes: [...published, ...planned] };
    const plan = await services.get(OrganisationsImportService).take(given);
    const taken = { file, created: plan.created.length, changed: plan.changed.length };
    looked.push({ taken, findings: findingsOf(file, plan) });
  }
  return { taken: looked.map((one) => one.taken), findings: looked.flatMap((one) => one.findings) };
};

const takeLists = async (services: INestApplicationContext, lists: Given['lists']): Promise<void> => {
  const programmes = await services.get(PublishedProgrammes).all();
  for (const { bytes } of lists)
    await services
      .get(OrganisationsImportService)
      .take({ csv: organisationsText(bytes), apply: true, person: null, programmes });
};

const written = (changes: readonly PlannedChange[]): DefinitionSource[] =>
  changes.filter(({ change }) => change === 'new' || change === 'changed').map(({ source }) => source);

/** Looks at everything as it would be afterwards. Drafts in browsers are told with this severity. */
const look = async (services: INestApplicationContext, given: Given, drafts: Finding['severity']) => {
  const { changes, findings, shelf } = await services.get(PublishService).plan(given);
  const beside = await services.get(DraftsBesideService).findings(written(changes), drafts);
  const lists = await lookAtLists(services, shelf, given.lists);
  return { changes, shelf, taken: lists.taken, findings: [...findings, ...lists.findings, ...beside] };
};

/** What publishing would do, and how many cases it would make with the organisations that there are now. */
export const plan = (given: Given): Promise<Plan> =>
  withSystem(async (services) => {
    const { shelf, ...looked } = await look(services, given, 'warning');
    return { ...looked, owed: await services.get(OwedCasesForecast).of(shelf, looked.changes) };
  });

export interface Applied {
  changes: PlannedChange[];
  findings: Finding[];
  taken: Taken[];
  /** How many cases were made. */
  created: number;
}

/** Publishes and imports the organisations, unless something stands against it: then the findings say what. */
export const apply = (given: Given & { note: string | null; besideDrafts: boolean }): Promise<Applied> =>
  withSystem(async (services) => {
    const { findings, taken } = await look(services, given, given.besideDrafts ? 'warning' : 'error');
    if (hasErrors(findings)) return { changes: [], findings, taken: [], created: 0 };
    const published = await services.get(PublishService).publish(given);
    await takeLists(services, given.lists);
    await services.get(DraftsBesideService).clear(given.sources);
    const { created } = await services.get(Obligations).ensure();
    return { changes: published.changes, findings, taken, created: created + published.obligations.created };
  });

const writeIfNew = async (root: string, { file, text }: DefinitionSource): Promise<boolean> => {
  const path = join(root, file);
  const stands = await readFile(path, 'utf8').catch(() => undefined);
  if (stands === text) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return true;
};

/** Writes the published texts, or drafts in their place, to their files; answers which were written because they differed. */
export const pull = (root: string, withDrafts: boolean): Promise<string[]> =>
  withSystem(async (services) => {
    const published = await services.get(PublishService).texts();
    const drafts = withDrafts ? await services.get(DraftsBesideService).texts() : [];
    const texts = new Map([...published, ...drafts].map((source) => [source.file, source]));
    const files: string[] = [];
    for (const source of texts.values()) if (await writeIfNew(root, source)) files.push(source.file);
    return files;
  });
