import type { INestApplicationContext } from '@nestjs/common';
import type { Finding } from '../../contract/finding.ts';
import type { ImportPlan } from '../../modules/organisations/import-plan.ts';
import { OrganisationsImportService } from '../../modules/organisations/organisations-import.service.ts';
import { PublishedProgrammes } from '../../modules/published-programmes.ts';
import { organisationsText } from '../../registry/organisations.ts';
import type { Shelf } from '../../registry/shelf.ts';

/** The lists of organisations that lie beside definitions, as files. */
export type Lists = readonly { file: string; bytes: Uint8Array }[];

/** How many organisations a list made, or would make, and changed. */
export interface Taken {
  file: string;
  created: number;
  changed: number;
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
export const lookAtLists = async (
  services: INestApplicationContext,
  shelf: Shelf,
  lists: Lists,
): Promise<{ taken: Taken[]; findings: Finding[] }> => {
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

/** Takes them in. A list that names what waits for a second person is left for later: its findings are answered. */
export const takeLists = async (
  services: INestApplicationContext,
  lists: Lists,
): Promise<{ taken: Taken[]; findings: Finding[] }> => {
  const programmes = await services.get(PublishedProgrammes).all();
  const taken: Taken[] = [];
  const findings: Finding[] = [];
  for (const { file, bytes } of lists) {
    const given = { csv: organisationsText(bytes), apply: true, person: null, programmes };
    const plan = await services.get(OrganisationsImportService).take(given);
    if (plan.problems.length > 0) findings.push(...findingsOf(file, plan));
    else taken.push({ file, created: plan.created.length, changed: plan.changed.length });
  }
  return { taken, findings };
};
