import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Finding } from '../../contract/finding.ts';
import type { PublicationPreview } from '../../contract/wire/publication.ts';
import { OwedCasesForecast } from '../../modules/definitions/owed-cases.ts';
import { PublishService } from '../../modules/definitions/publish.service.ts';
import type { PlannedChange } from '../../modules/definitions/publication.ts';
import { DraftsBesideService } from '../../modules/designs/drafts-beside.service.ts';
import { Obligations } from '../../modules/obligations.ts';
import { type ByFiles, FileTexts, type FileTextsWanted } from '../../modules/publications/file-texts.service.ts';
import { previewView } from '../../modules/publications/publication-view.ts';
import type { Assessment } from '../../modules/publications/assessment.service.ts';
import { SessionsService } from '../../modules/sessions/sessions.service.ts';
import { hasErrors, ordered } from '../../registry/inspect.ts';
import type { OrganisationLine } from '../../registry/organisations.ts';
import type { Shelf } from '../../registry/shelf.ts';
import type { DefinitionSource } from '../../registry/source.ts';
import { type Terms, idlePlans, wantedByProgramme } from './by-programme.ts';
import { type Lists, type Taken, lookAtLists, takeLists } from './lists.ts';
import { planWanted, refusalFinding, unknownAccount } from './refusals.ts';
import { withSystem } from './system.ts';

/** The commands that compare a folder with the database, or carry one into the other. */

interface Given {
  sources: DefinitionSource[];
  organisations: OrganisationLine[];
  lists: Lists;
  terms: Terms;
}

/** One programme as the page Publish shows it. */
export interface Looked {
  programme: string;
  preview: PublicationPreview;
}

interface Look {
  changes: PlannedChange[];
  shelf: Shelf;
  wanted: FileTextsWanted[];
  assessments: Map<string, Assessment>;
  findings: Finding[];
  taken: Taken[];
}

export interface Plan extends Pick<Look, 'changes' | 'findings' | 'taken'> {
  looked: Looked[];
  owed: Record<string, number>;
}

/** Each once, however many programmes tell it. */
const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((one) => [JSON.stringify(one), one])).values(),
];

const missingPlans = (programme: string, { proposals, plans }: Assessment): Finding[] => {
  const given = new Set(plans.map(({ workflow }) => workflow));
  return proposals
    .filter(({ workflow, needed }) => needed && !given.has(workflow))
    .map((one) => planWanted(programme, one));
};

/** Looks at everything as it would be afterwards. Drafts in browsers are told with this severity. */
const look = async (
  services: INestApplicationContext,
  given: Given,
  { drafts, simulate }: { drafts: Finding['severity']; simulate: boolean },
): Promise<Look> => {
  const texts = services.get(FileTexts);
  const { shelf, changes, findings } = await texts.compare(given.sources);
  const wanted = wantedByProgramme({ ...given, shelf, changes });
  const assessments = new Map<string, Assessment>();
  const against = [...findings, ...idlePlans(given.terms, wanted)];
  if (!hasErrors(findings))
    for (const one of wanted) {
      const assessment = await texts.look(one, simulate);
      assessments.set(one.programme, assessment);
      against.push(...assessment.findings, ...missingPlans(one.programme, assessment));
    }
  const written = wanted.flatMap(({ sources }) => sources);
  const beside = await services.get(DraftsBesideService).findings(written, drafts);
  const lists = await lookAtLists(services, shelf, given.lists);
  const all = distinct([...ordered(against), ...lists.findings, ...beside]);
  return { changes, shelf, wanted, assessments, taken: lists.taken, findings: all };
};

/** What publishing would do and for whom, and how many cases it would make with the organisations that there are now. */
export const plan = (given: Given): Promise<Plan> =>
  withSystem(async (services) => {
    const { shelf, assessments, ...told } = await look(services, given, { drafts: 'warning', simulate: true });
    const owed = await services.get(OwedCasesForecast).of(shelf, told.changes);
    const looked = [...assessments].map(([programme, one]) => ({ programme, preview: previewView(one) }));
    return { ...told, looked, owed };
  });

export interface Applied {
  changes: PlannedChange[];
  findings: Finding[];
  taken: Taken[];
  /** Programmes of which the change waits for a second person. */
  waiting: string[];
  /** How many cases were made. */
  created: number;
}

/** Everything that can be known to stand in the way, before anything is published. */
const refused = async (services: INestApplicationContext, by: ByFiles, { assessments }: Look): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const [programme, assessment] of assessments)
    await services
      .get(FileTexts)
      .refuseUnlessAllowed(by, programme, assessment)
      .catch((error: unknown) => findings.push(refusalFinding(programme, error)));
  return findings;
};

interface Ordered extends Given {
  note: string | null;
  besideDrafts: boolean;
  /** The account in whose name it is published. */
  as: string | null;
}

const NOTHING: Applied = { changes: [], findings: [], taken: [], waiting: [], created: 0 };

/** Publishes programme by programme. What the gate refuses in the end is told; what went before it stays. */
const publishAll = async (services: INestApplicationContext, { wanted }: Look, by: ByFiles): Promise<Applied> => {
  const done: Applied = { ...NOTHING, findings: [], waiting: [] };
  for (const one of wanted)
    try {
      const passed = await services.get(FileTexts).pass(one, by);
      if (passed?.isPublished === false) done.waiting.push(one.programme);
      done.created += passed?.created ?? 0;
    } catch (error) {
      done.findings.push(refusalFinding(one.programme, error));
    }
  return done;
};

/** Publishes through the gate and imports the organisations, unless something stands against it: then the findings say what. */
export const apply = ({ note, besideDrafts, as, ...given }: Ordered): Promise<Applied> =>
  withSystem(async (services) => {
    const drafts = besideDrafts ? 'warning' : 'error';
    const looked = await look(services, given, { drafts, simulate: false });
    const who = as === null ? null : ((await services.get(SessionsService).named(as)) ?? undefined);
    if (who === undefined)
      return { ...NOTHING, findings: [unknownAccount(looked.wanted[0]?.programme ?? '', as ?? '')] };
    const by: ByFiles = { who, note };
    const findings = [...looked.findings, ...(await refused(services, by, looked))];
    if (hasErrors(findings)) return { ...NOTHING, findings };
    const published = await publishAll(services, looked, by);
    const lists = await takeLists(services, given.lists);
    const stands = given.sources.filter(({ name }) => !published.waiting.includes(name.programme ?? ''));
    await services.get(DraftsBesideService).clear(stands);
    const { created } = await services.get(Obligations).ensure();
    return {
      changes: looked.changes,
      findings: [...findings, ...published.findings, ...lists.findings],
      taken: lists.taken,
      waiting: published.waiting,
      created: created + published.created,
    };
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
