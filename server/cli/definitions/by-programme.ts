import { readFile } from 'node:fs/promises';
import type { Finding } from '../../contract/finding.ts';
import type { PlannedChange } from '../../modules/definitions/publication.ts';
import { readPlan } from '../../modules/migrations/plan-text.ts';
import type { FileTextsWanted } from '../../modules/publications/file-texts.service.ts';
import type { OrganisationLine } from '../../registry/organisations.ts';
import { castOf } from '../../registry/rehearse.ts';
import type { Shelf } from '../../registry/shelf.ts';
import { type DefinitionSource, nameText } from '../../registry/source.ts';
import { planOfNothing } from './refusals.ts';

/** What differs, programme by programme: each is published by itself. */

/** A plan with the file that it was read from; `text` is null where there is none, `workflow` empty where it names none. */
interface PlanFile {
  file: string;
  text: string | null;
  workflow: string;
}

/** How running cases are to follow. */
export interface Terms {
  dates: 'move' | 'keep';
  plans: readonly PlanFile[];
}

/** Plans as they stand in files; one that names no workflow is told when it is looked for. */
export const readPlans = (files: readonly string[]): Promise<Terms['plans']> =>
  Promise.all(
    files.map(async (file) => {
      const text = await readFile(file, 'utf8').catch(() => null);
      if (text === null) return { file, text, workflow: '' };
      return { file, text, workflow: readPlan('', { workflow: 'plan', text }).value?.workflow ?? '' };
    }),
  );

interface Compared {
  shelf: Shelf;
  changes: readonly PlannedChange[];
  sources: readonly DefinitionSource[];
  organisations: readonly OrganisationLine[];
  terms: Terms;
}

const isWritten = ({ change }: PlannedChange): boolean => change === 'new' || change === 'changed';

const touchedWorkflows = (changes: readonly PlannedChange[], programme: string): Set<string> =>
  new Set(
    changes.flatMap(({ name, change }) =>
      name.kind === 'Workflow' && name.programme === programme && change !== 'same' ? [name.key] : [],
    ),
  );

/** A calendar goes with every programme that counts by it; one that nobody counts by with the first programme there is. */
export const wantedByProgramme = ({ shelf, changes, sources, organisations, terms }: Compared): FileTextsWanted[] => {
  const written = new Set(changes.filter(isWritten).map(({ name }) => nameText(name)));
  const texts = sources.filter(({ name }) => written.has(nameText(name)));
  const programmes = [...shelf.programmes.values()].map(({ key, dossier }) => ({
    key,
    by: dossier.programme.calendar,
  }));
  const used = new Set(programmes.map(({ by }) => by));
  const cast = castOf(organisations);
  return programmes.flatMap(({ key: programme, by }, index) => {
    const belongs = ({ name }: DefinitionSource): boolean =>
      name.kind === 'Calendar' ? name.key === by || (index === 0 && !used.has(name.key)) : name.programme === programme;
    const own = texts.filter(belongs);
    const workflows = touchedWorkflows(changes, programme);
    const plans = terms.plans.flatMap(({ workflow, text }) =>
      text !== null && workflows.has(workflow) ? [{ workflow, text }] : [],
    );
    return own.length === 0 ? [] : [{ programme, sources: own, cast, dates: terms.dates, plans }];
  });
};

/** Plans that were given and serve nothing. */
export const idlePlans = (terms: Terms, wanted: readonly FileTextsWanted[]): Finding[] => {
  const served = new Set<string | null>(wanted.flatMap(({ plans }) => plans.map(({ text }) => text)));
  return terms.plans
    .filter(({ text }) => !served.has(text))
    .map(({ file, text, workflow }) => planOfNothing(file, text === null ? null : workflow));
};
