import { Injectable } from '@nestjs/common';
import { type LocalText, textIn } from '../../contract/text.ts';
import type { DefinitionName } from '../../contract/key.ts';
import { parse } from '../../registry/parse.ts';
import { nameText } from '../../registry/source.ts';
import { Database } from '../../storage/database.ts';
import type { SubjectName } from './subject-names.ts';

interface Latest extends DefinitionName {
  version: string;
}

/** The newest version of every definition that is asked for, published or not. */
const LATEST = `
  SELECT DISTINCT ON (d.id) p.key AS programme, d.kind, d.key, v.id AS version
    FROM unnest($1::text[], $2::text[], $3::text[]) AS asked(programme, kind, key)
    JOIN definition d ON d.kind = asked.kind AND d.key = asked.key
    LEFT JOIN programme p ON p.id = d.programme_id
    JOIN definition_version v ON v.definition_id = d.id
   WHERE coalesce(p.key, '') = asked.programme
   ORDER BY d.id, v.n DESC`;

const identity = (name: SubjectName): string =>
  name.sort === 'definition' ? nameText(name) : `${name.sort}:${name.key}`;

/** What the things that the record names are called; a version never changes, so its title is read once a process. */
@Injectable()
export class SubjectTitlesRepository {
  private readonly known = new Map<string, LocalText | null>();

  constructor(private readonly database: Database) {}

  /** Answers how a name is called; its key where nothing of that name is left. */
  async titles(names: readonly SubjectName[], language: string): Promise<(name: SubjectName) => string> {
    const definitions = names.flatMap((name): DefinitionName[] =>
      name.sort === 'definition'
        ? [name]
        : name.sort === 'programme'
          ? [{ programme: name.key, kind: 'Programme', key: name.key }]
          : [],
    );
    const keys = (sort: SubjectName['sort']): string[] =>
      names.flatMap((name) => (name.sort === sort ? [name.key] : []));
    const found = new Map([
      ...(await this.ofDefinitions(definitions, language)),
      ...(await this.ofRows(`SELECT 'person:' || id AS name, name AS title FROM person WHERE id::text = ANY($1)`, [
        keys('person'),
      ])),
      ...(await this.ofRows(`SELECT 'organisation:' || code AS name, title FROM organisation WHERE code = ANY($1)`, [
        keys('organisation'),
      ])),
    ]);
    return (name) =>
      found.get(name.sort === 'programme' ? `${name.key}/Programme/${name.key}` : identity(name)) ?? name.key;
  }

  private async ofRows(statement: string, values: [string[]]): Promise<[string, string][]> {
    if (values[0].length === 0) return [];
    const rows = await this.database.query<{ name: string; title: string }>(statement, values);
    return rows.map(({ name, title }) => [name, title]);
  }

  private async ofDefinitions(asked: readonly DefinitionName[], language: string): Promise<[string, string][]> {
    if (asked.length === 0) return [];
    const latest = await this.database.query<Latest>(LATEST, [
      asked.map(({ programme }) => programme ?? ''),
      asked.map(({ kind }) => kind),
      asked.map(({ key }) => key),
    ]);
    await this.learn(latest.filter(({ version }) => !this.known.has(version)));
    return latest.map((one) => [nameText(one), textIn(this.known.get(one.version) ?? undefined, language) || one.key]);
  }

  private async learn(unknown: readonly Latest[]): Promise<void> {
    if (unknown.length === 0) return;
    const rows = await this.database.query<{ id: string; source: string }>(
      `SELECT id, source FROM definition_version WHERE id = ANY($1)`,
      [unknown.map(({ version }) => version)],
    );
    for (const { version, ...name } of unknown) {
      const text = rows.find(({ id }) => id === version)?.source ?? '';
      this.known.set(version, parse({ name, file: nameText(name), text }).value?.title ?? null);
    }
  }
}
