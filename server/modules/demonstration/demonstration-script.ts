import type { Demonstration } from '../../contract/definition/demonstration.ts';
import { dayAt, instantOfLocal, startOfDay } from '../../engine/calendar.ts';
import type { Instant } from '../../engine/case.ts';
import type { Folder } from '../../registry/folder.ts';
import { type OrganisationLine, readOrganisations } from '../../registry/organisations.ts';
import { parse } from '../../registry/parse.ts';

type Step = Demonstration['steps'][number];
type Account = Demonstration['accounts'][string];

/** A step in its place: of which programme, and when. */
export interface ScriptStep extends Step {
  programme: string;
  instant: Instant;
}

/** Everything that the demonstrations of a folder bring along, as one. */
export interface DemonstrationScript {
  /** The beginning of the first step's day: programmes are published before anybody acts. */
  begins: Instant;
  /** What the clock shows when all has been played. */
  now: Instant;
  organisations: Omit<OrganisationLine, 'line'>[];
  accounts: (Account & { account: string; programme: string })[];
  /** In the order of their times. */
  steps: ScriptStep[];
}

interface Part {
  programme: string;
  zone: string;
  demonstration: Demonstration;
}

const zoneOf = ({ sources }: Folder, programme: string): string => {
  const source = sources.find(({ name }) => name.kind === 'Programme' && name.key === programme);
  return source === undefined
    ? 'UTC'
    : (parse({ ...source, name: { ...source.name, kind: 'Programme' } }).value?.zone ?? 'UTC');
};

const partsOf = (folder: Folder): Part[] =>
  folder.sources.flatMap((source) => {
    const { programme, kind, key } = source.name;
    if (kind !== 'Demonstration' || programme === null) return [];
    const { value } = parse({ ...source, name: { programme, kind, key } });
    return value === undefined ? [] : [{ programme, zone: zoneOf(folder, programme), demonstration: value }];
  });

/** A step without a time of its own happens with the one before it. */
const stepsOf = ({ programme, zone, demonstration }: Part): ScriptStep[] => {
  let instant = instantOfLocal(demonstration.steps.find(({ at }) => at !== undefined)?.at ?? demonstration.now, zone);
  return demonstration.steps.map((step) => {
    instant = step.at === undefined ? instant : instantOfLocal(step.at, zone);
    return { ...step, programme, instant };
  });
};

const ownOrganisations = ({ demonstration }: Part): DemonstrationScript['organisations'] =>
  (demonstration.organisations ?? []).map(({ kinds, level, parent, relations, attributes, ...given }) => ({
    ...given,
    kinds: kinds.map((kind) => ({ kind, from: null, to: null })),
    level: level ?? null,
    parent: parent ?? null,
    relations: relations ?? {},
    attributes: attributes ?? {},
  }));

const listedOrganisations = ({ organisations }: Folder, programme: string): DemonstrationScript['organisations'] =>
  organisations
    .filter((list) => list.programme === programme)
    .flatMap(({ bytes, file }) => readOrganisations(bytes, file).organisations)
    .map(({ code, title, kinds, level, parent, relations, attributes }) => ({
      code,
      title,
      kinds,
      level,
      parent,
      relations,
      attributes,
    }));

/** What is to be shown; undefined where no programme of the folder has a demonstration. Mistakes in it are lint's matter. */
export const scriptOf = (folder: Folder): DemonstrationScript | undefined => {
  const parts = partsOf(folder);
  const [first] = parts;
  if (first === undefined) return undefined;
  const steps = parts.flatMap(stepsOf).sort((a, b) => a.instant - b.instant);
  const now = Math.max(...parts.map(({ demonstration, zone }) => instantOfLocal(demonstration.now, zone)));
  const earliest = Math.min(now, ...steps.map(({ instant }) => instant));
  return {
    begins: startOfDay(dayAt(earliest, first.zone), first.zone),
    now,
    organisations: parts.flatMap((part) => [...listedOrganisations(folder, part.programme), ...ownOrganisations(part)]),
    accounts: parts.flatMap(({ programme, demonstration }) =>
      Object.entries(demonstration.accounts).map(([account, given]) => ({ ...given, account, programme })),
    ),
    steps,
  };
};
