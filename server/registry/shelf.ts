import type { Finding } from '../contract/finding.ts';
import { DEFINITION_KINDS, type DefinitionKind } from '../contract/key.ts';
import { type Dossier, modelsOf } from '../engine/lint/dossier.ts';
import type { Model } from '../engine/model.ts';
import { bindingsOf } from './bindings.ts';
import type { DefinitionOf } from './definition.ts';
import { type LoadedForm, loadForm } from './load.ts';
import type { Reader } from './parse-memory.ts';
import { type Parsed, parse } from './parse.ts';
import { findingOf, placesIn, say } from './place.ts';
import { type DefinitionSource, nameText } from './source.ts';

/** One programme on the shelf. `models` holds the workflows whose form could be read too. */
export interface ShelfProgramme {
  key: string;
  dossier: Dossier;
  forms: ReadonlyMap<string, LoadedForm>;
  models: ReadonlyMap<string, Model>;
}

/** Definitions as one whole: read, loaded and put together by programme. */
export interface Shelf {
  programmes: ReadonlyMap<string, ShelfProgramme>;
  /** Every model, by `<programme>/<workflow>`. */
  models: ReadonlyMap<string, Model>;
  /** Every text that was read, by its name (`nameText`). */
  documents: ReadonlyMap<string, Parsed>;
  /** What is wrong with the texts themselves; lint comes on top. */
  findings: Finding[];
}

const ofKind = <Kind extends DefinitionKind>(documents: readonly Parsed[], kind: Kind): Parsed<Kind>[] =>
  documents.filter((document): document is Parsed<Kind> => document.source.name.kind === kind);

const valuesOf = <Kind extends DefinitionKind>(
  documents: readonly Parsed[],
  kind: Kind,
): Map<string, DefinitionOf[Kind]> =>
  new Map(
    ofKind(documents, kind).flatMap(({ source, value }) => (value === undefined ? [] : [[source.name.key, value]])),
  );

const keysOf = (documents: readonly Parsed[]): Dossier['keys'] =>
  Object.fromEntries(
    DEFINITION_KINDS.map((kind) => [kind, new Set(ofKind(documents, kind).map(({ source }) => source.name.key))]),
  ) as unknown as Dossier['keys'];

const noProgramme = ({ source, places }: Parsed): Finding =>
  findingOf(source.file, places, {
    code: 'no-programme',
    path: [],
    message: say(
      `缺少工作方案 workflows/${source.name.programme ?? ''}/programme.yaml`,
      `There is no programme workflows/${source.name.programme ?? ''}/programme.yaml`,
    ),
  });

const buildProgramme = (key: string, documents: readonly Parsed[], findings: Finding[]): ShelfProgramme | undefined => {
  const described = ofKind(documents, 'Programme')[0];
  const programme = described?.value;
  const forms = new Map<string, LoadedForm>();
  for (const parsed of ofKind(documents, 'Form')) {
    const { loaded, findings: found } = loadForm(parsed, programme);
    findings.push(...found);
    if (loaded !== undefined) forms.set(parsed.source.name.key, loaded);
  }
  const [first] = documents.filter(({ source }) => source.name.programme === key);
  if (described === undefined && first !== undefined) findings.push(noProgramme(first));
  if (programme === undefined) return undefined;
  const dossier: Dossier = {
    programme,
    workflows: valuesOf(documents, 'Workflow'),
    forms: new Map([...forms].map(([name, { form }]) => [name, form])),
    calendars: valuesOf(documents, 'Calendar'),
    scenarios: valuesOf(documents, 'Scenario'),
    demonstration: [...valuesOf(documents, 'Demonstration').values()][0] ?? null,
    keys: keysOf(documents),
  };
  return { key, dossier, forms, models: modelsOf(dossier) };
};

const twice = (source: DefinitionSource): Finding =>
  findingOf(source.file, placesIn(''), {
    code: 'defined-twice',
    path: [],
    message: say(`“${source.name.key}”已有定义`, `"${source.name.key}" is defined already`),
  });

/** Puts texts that were read together by programme. Whatever is wrong with one of them, the others are still taken. */
export const shelve = (parsed: readonly Parsed[]): Shelf => {
  const documents = new Map<string, Parsed>();
  const findings: Finding[] = [];
  for (const document of parsed) {
    const name = nameText(document.source.name);
    if (documents.has(name)) findings.push(twice(document.source));
    else documents.set(name, document);
  }
  const all = [...documents.values()];
  findings.push(...all.flatMap((document) => document.findings));
  const keys = [...new Set(all.flatMap(({ source }) => source.name.programme ?? []))];
  const programmes = new Map(
    keys.flatMap((key): [string, ShelfProgramme][] => {
      const own = all.filter(({ source }) => source.name.programme === key || source.name.programme === null);
      const programme = buildProgramme(key, own, findings);
      return programme === undefined ? [] : [[key, programme]];
    }),
  );
  const models = new Map(
    [...programmes.values()].flatMap((programme) =>
      [...programme.models].map(([key, model]): [string, Model] => [`${programme.key}/${key}`, model]),
    ),
  );
  return { programmes, models, documents, findings };
};

/** Reads definitions and puts them together, workflows that a programme binds included. */
export const buildModels = (sources: readonly DefinitionSource[], read: Reader = parse): Shelf => {
  const parsed = sources.map((source) => read(source));
  const bound = bindingsOf(parsed);
  const shelf = shelve([...parsed, ...bound.documents]);
  return { ...shelf, findings: [...shelf.findings, ...bound.findings] };
};

/** The texts that bindings of programmes make, in the order of `uses`. */
export const boundSources = ({ documents }: Shelf): DefinitionSource[] =>
  [...documents.values()].flatMap(({ source, bound, value }) =>
    bound === undefined || value === undefined ? [] : [source],
  );
