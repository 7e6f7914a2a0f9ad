import { v7 as newId } from 'uuid';
import type { FindingText } from '../../contract/finding.ts';
import type { OrganisationLine } from '../../registry/organisations.ts';
import type { OrganisationWords } from './organisation-words.ts';
import type { StoredOrganisation } from './organisations.repository.ts';

/** A row's problem at the column that is to be mended. */
export interface RowProblem {
  line: number;
  column: string;
  message: FindingText;
}

/** What an import would do with each organisation whose row is right, and what stands against the others. */
export interface ImportPlan {
  created: StoredOrganisation[];
  changed: StoredOrganisation[];
  same: number;
  problems: RowProblem[];
}

export interface ImportBasis {
  /** Columns that the file has; what it has no column for stays as it is. */
  columns: ReadonlySet<string>;
  stored: readonly StoredOrganisation[];
  words: OrganisationWords | null;
  /** What was wrong with rows before their meaning was looked at. */
  found: readonly RowProblem[];
}

const parts = ['title', 'kinds', 'level', 'parent', 'attributes', 'relations', 'active'] as const;

/** One form for what differs in order alone. */
const settled = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => {
    if (Array.isArray(inner)) return inner.map((one) => settled(one)).sort();
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });

/** Names of the parts in which two states of an organisation differ, for the record; never the values. */
export const changedParts = (before: StoredOrganisation, after: StoredOrganisation): string[] =>
  parts.filter((part) => settled(before[part]) !== settled(after[part]));

const problem = (line: number, column: string, zh: string, en: string): RowProblem => ({
  line,
  column,
  message: { 'zh-CN': zh, en },
});

const wordProblems = ({ line, kinds, relations }: OrganisationLine, words: OrganisationWords | null): RowProblem[] => [
  ...kinds.flatMap(({ kind }) =>
    words === null || words.kinds.has(kind)
      ? []
      : [problem(line, 'kinds', `没有单位类别 ${kind}`, `There is no kind ${kind}`)],
  ),
  ...Object.keys(relations).flatMap((name) =>
    words === null || words.relations.has(name)
      ? []
      : [problem(line, 'relations', `没有单位关系 ${name}`, `There is no relation ${name}`)],
  ),
];

const codeProblems = (
  { line, code, parent, relations }: OrganisationLine,
  ids: ReadonlyMap<string, string>,
): RowProblem[] => {
  const lost = (column: string, other: string): RowProblem[] => {
    if (!ids.has(other))
      return [problem(line, column, `没有代码为 ${other} 的单位`, `There is no organisation ${other}`)];
    return other === code ? [problem(line, column, '不能指向自己', 'It cannot refer to itself')] : [];
  };
  return [
    ...(parent === null ? [] : lost('parent', parent)),
    ...Object.values(relations).flatMap((codes) => codes.flatMap((other) => lost('relations', other))),
  ];
};

/** Rows whose parents, after the import, would lead back to themselves. */
const ringProblems = (
  lines: readonly OrganisationLine[],
  after: ReadonlyMap<string, StoredOrganisation>,
): RowProblem[] => {
  const isInRing = (start: StoredOrganisation): boolean => {
    const seen = new Set<string>();
    for (let at = start.parent; at !== null && !seen.has(at); at = after.get(at)?.parent ?? null) {
      if (at === start.id) return true;
      seen.add(at);
    }
    return false;
  };
  const byCode = new Map([...after.values()].map((one) => [one.code, one]));
  return lines.flatMap(({ line, code, parent }) => {
    const organisation = byCode.get(code);
    if (parent === code || organisation === undefined || !isInRing(organisation)) return [];
    return [problem(line, 'parent', '上级单位不能是自己的下级', 'The parent cannot stand under it')];
  });
};

interface Merging {
  columns: ReadonlySet<string>;
  ids: ReadonlyMap<string, string>;
  known: StoredOrganisation | undefined;
}

/** A row as it would be stored: codes become ids, and what the file has no column for stays. */
const merged = (line: OrganisationLine, { columns, ids, known }: Merging): StoredOrganisation => {
  const idsOf = (codes: readonly string[]): string[] => codes.flatMap((code) => ids.get(code) ?? []);
  const relations = Object.fromEntries(Object.entries(line.relations).map(([name, codes]) => [name, idsOf(codes)]));
  const given = <Value>(column: string, value: Value, kept: Value | undefined): Value =>
    columns.has(column) || kept === undefined ? value : kept;
  return {
    id: ids.get(line.code) ?? '',
    code: line.code,
    title: line.title,
    kinds: line.kinds,
    level: given('level', line.level, known?.level),
    parent: given('parent', line.parent === null ? null : (ids.get(line.parent) ?? null), known?.parent),
    attributes: given('attributes', line.attributes, known?.attributes),
    relations: given('relations', relations, known?.relations),
    active: known?.active ?? true,
  };
};

/** Decides about every row of a file, against what is stored. Parents and relations may be rows of the same file. */
export const planImport = (
  lines: readonly OrganisationLine[],
  { columns, stored, words, found }: ImportBasis,
): ImportPlan => {
  const before = new Map(stored.map((one) => [one.code, one]));
  const fresh = lines.filter(({ code }) => !before.has(code)).map(({ code }): [string, string] => [code, newId()]);
  const ids = new Map([...stored.map(({ code, id }): [string, string] => [code, id]), ...fresh]);
  const wanted = lines.map((line) => merged(line, { columns, ids, known: before.get(line.code) }));
  const after = new Map([...stored, ...wanted].map((one) => [one.id, one]));
  const problems = [
    ...found,
    ...lines.flatMap((line) => [...wordProblems(line, words), ...codeProblems(line, ids)]),
    ...ringProblems(lines, after),
  ].sort((a, b) => a.line - b.line);
  const faulty = new Set(problems.map(({ line }) => line));
  const good = wanted.filter((_, index) => !faulty.has(lines[index]?.line ?? 0));
  const known = good.flatMap((one) => before.get(one.code) ?? []);
  const same = new Set(
    known.filter((one) => changedParts(one, after.get(one.id) ?? one).length === 0).map(({ id }) => id),
  );
  return {
    created: good.filter(({ code }) => !before.has(code)),
    changed: good.filter(({ code, id }) => before.has(code) && !same.has(id)),
    same: same.size,
    problems,
  };
};
