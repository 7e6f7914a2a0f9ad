import type { DefinitionName } from '../../contract/key.ts';
import type { Finding } from '../../contract/finding.ts';
import type { ChangeClass, ChangeView } from '../../contract/wire/publication.ts';
import { type Change, gravest } from '../../engine/change/change.ts';
import { type ChangedDefinition, definitionChanges, rewritten } from '../../engine/change/definition-change.ts';
import type { Shelf } from '../../registry/shelf.ts';
import { nameText } from '../../registry/source.ts';
import type { StoredVersion } from '../definitions/definitions.repository.ts';
import type { PlannedChange } from '../definitions/publication.ts';
import type { ChangedWorkflow } from '../running-cases.ts';

/** What would be published, looked at from all sides, with nothing written. */
export interface Candidate {
  published: readonly StoredVersion[];
  shelf: Shelf;
  planned: PlannedChange[];
  /** Versions that stand now and have none after them. */
  retired: readonly StoredVersion[];
  findings: Finding[];
  changes: Change[];
  class: ChangeClass | null;
  /** Workflows that stand already and get a new version. */
  workflows: ChangedWorkflow[];
}

/** A form is told with its references written out. */
const valueIn = (shelf: Shelf | undefined, programme: string, name: DefinitionName): ChangedDefinition['before'] =>
  name.kind === 'Form'
    ? shelf?.programmes.get(programme)?.dossier.forms.get(name.key)
    : shelf?.documents.get(nameText(name))?.value;

/** Both shelves, and the programme from which titles of calendars are told. */
interface Sides {
  before: Shelf;
  after: Shelf;
  programme: string;
}

/** The difference of one definition in words; those that nobody wrote are told where they were bound. */
const told = ({ before, after, programme }: Sides, { name, change }: PlannedChange): Change[] => {
  if (change !== 'new' && change !== 'changed') return [];
  if (after.documents.get(nameText(name))?.bound !== undefined) return [];
  const home = name.programme ?? programme;
  const standsIn = (after.programmes.get(home) ?? before.programmes.get(home))?.dossier.programme;
  if (standsIn === undefined) return [];
  const changed = {
    of: { kind: name.kind, key: name.key },
    programme: standsIn,
    before: change === 'new' ? undefined : valueIn(before, home, name),
    after: valueIn(after, home, name),
  };
  const lines = definitionChanges(changed);
  return lines.length > 0 ? lines : [rewritten(changed)];
};

/** What changes, by the name of the definition (`nameText`). */
export const changesByName = (sides: Sides, planned: readonly PlannedChange[]): ReadonlyMap<string, Change[]> =>
  new Map(planned.map((one) => [nameText(one.name), told(sides, one)]));

/** What is gone, told as what it was. */
export const retiredChanges = ({ before, programme }: Sides, retired: readonly DefinitionName[]): Change[] =>
  retired.flatMap((name) => {
    const home = name.programme ?? programme;
    const standsIn = before.programmes.get(home)?.dossier.programme;
    if (standsIn === undefined) return [];
    const of = { kind: name.kind, key: name.key };
    return definitionChanges({ of, programme: standsIn, before: valueIn(before, home, name), after: undefined });
  });

/** The gravest class of what a workflow's new version brings: its own changes and those of all that it stands on. */
export const classOf = (
  { name, needs }: PlannedChange,
  changes: ReadonlyMap<string, readonly Change[]>,
): ChangeClass | null => gravest([name, ...needs].flatMap((one) => changes.get(nameText(one)) ?? []));

/** A change as it goes over the wire. */
export const changeView = ({ of, path, words, class: grade }: Change): ChangeView => ({
  kind: of.kind,
  key: of.key,
  class: grade,
  path: [...path],
  words,
});
