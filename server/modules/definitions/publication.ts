import type { DefinitionName } from '../../contract/key.ts';
import { fingerprint } from '../../registry/fingerprint.ts';
import { type Shelf, boundSources } from '../../registry/shelf.ts';
import { type DefinitionSource, nameText } from '../../registry/source.ts';
import type { Pins, StoredVersion } from './definitions.repository.ts';

/**
 * What publishing texts would do, worked out without touching anything. A definition gets a new version where its text
 * differs, and where something that it is pinned to does: a form stands on its programme's tables, a workflow on its
 * programme, its form and its calendar, a binding also on the workflow whose text it is made of.
 */

type ChangeKind = 'new' | 'changed' | 'carried' | 'same';

export interface PlannedChange {
  name: DefinitionName;
  source: DefinitionSource;
  /** `carried`: the text is the same, but what it stands on changes. */
  change: ChangeKind;
  before: StoredVersion | undefined;
  /** Names of what it stands on. */
  needs: DefinitionName[];
}

const nameOf = ({ programme, kind, key }: StoredVersion): DefinitionName => ({ programme, kind, key });

/** Whether it gets a new version. */
export const isTouched = ({ change }: PlannedChange): boolean => change !== 'same';

const needsOf = (shelf: Shelf, { programme, kind, key }: DefinitionName): DefinitionName[] => {
  const dossier = programme === null ? undefined : shelf.programmes.get(programme)?.dossier;
  if (dossier === undefined || (kind !== 'Form' && kind !== 'Workflow')) return [];
  const own: DefinitionName = { programme, kind: 'Programme', key: programme ?? '' };
  if (kind === 'Form') return [own];
  const form = dossier.workflows.get(key)?.subject.form;
  const { calendar } = dossier.programme;
  const template = shelf.documents.get(nameText({ programme, kind, key }))?.bound?.template;
  return [
    own,
    ...(template === undefined ? [] : [{ programme, kind: 'Workflow' as const, key: template }]),
    ...(form === undefined ? [] : [{ programme, kind: 'Form' as const, key: form }]),
    ...(calendar === undefined ? [] : [{ programme: null, kind: 'Calendar' as const, key: calendar }]),
  ];
};

const ORDER = ['Calendar', 'Programme', 'Form', 'Workflow', 'Scenario', 'Demonstration'];

/** All definitions of the texts in the order in which they stand on each other, each with what becomes of it. */
export const planPublication = (
  sources: readonly DefinitionSource[],
  shelf: Shelf,
  published: readonly StoredVersion[],
): PlannedChange[] => {
  const before = new Map(published.map((version) => [nameText(nameOf(version)), version]));
  const touched = new Set<string>();
  // A plan serves once, for running cases; it is no version of anything.
  return [...sources, ...boundSources(shelf)]
    .filter(({ name }) => name.kind !== 'Migration')
    .sort((a, b) => ORDER.indexOf(a.name.kind) - ORDER.indexOf(b.name.kind))
    .map((source) => {
      const { name } = source;
      const stands = before.get(nameText(name));
      const needs = needsOf(shelf, name);
      const isCarried = needs.some((need) => touched.has(nameText(need)));
      const isChanged = stands?.contentHash !== fingerprint(source.text);
      const change: ChangeKind = stands === undefined ? 'new' : isChanged ? 'changed' : isCarried ? 'carried' : 'same';
      if (change !== 'same') touched.add(nameText(name));
      return { name, source, change, before: stands, needs };
    });
};

/** The pins of a change, given the version ids that every name will have. */
export const pinsOf = ({ needs }: PlannedChange, versionOf: ReadonlyMap<string, string>): Pins =>
  Object.fromEntries(
    needs.flatMap((need) => {
      const id = versionOf.get(nameText(need));
      return id === undefined ? [] : [[need.kind === 'Workflow' ? 'Template' : need.kind, id]];
    }),
  );

const isBound = ({ pins }: StoredVersion): boolean => pins.Template !== undefined;

/** Published bindings that the programme of these changes no longer makes. */
export const goneBindings = (
  published: readonly StoredVersion[],
  changes: readonly PlannedChange[],
): StoredVersion[] => {
  const made = new Set(changes.map(({ name }) => nameText(name)));
  return published.filter((version) => isBound(version) && !made.has(nameText(nameOf(version))));
};

/** Published texts that somebody wrote, with given ones in their place. */
export const overlaid = (
  published: readonly StoredVersion[],
  given: readonly DefinitionSource[],
  fileOf: (name: DefinitionName) => string,
): DefinitionSource[] => {
  const stored = published
    .filter((version) => !isBound(version))
    .map((version): DefinitionSource => {
      const name = nameOf(version);
      return { name, file: fileOf(name), text: version.source };
    });
  const all = new Map([...stored, ...given].map((source) => [nameText(source.name), source]));
  return [...all.values()];
};
