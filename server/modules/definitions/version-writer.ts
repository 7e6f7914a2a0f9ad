import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { DefinitionName } from '../../contract/key.ts';
import { fingerprint } from '../../registry/fingerprint.ts';
import { nameText } from '../../registry/source.ts';
import type { Sql } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { DefinitionsRepository, type NewVersion, type StoredVersion } from './definitions.repository.ts';
import { type PlannedChange, goneBindings, isTouched, pinsOf } from './publication.ts';

/** What becomes versions, given everything that stood before. */
export interface ToWrite {
  changes: readonly PlannedChange[];
  published: readonly StoredVersion[];
  /** Versions that are taken back and have none after them. */
  retired?: readonly StoredVersion[];
  person: string | null;
  note: string | null;
}

/** Writes versions within a transaction that holds the lock; whoever calls has looked at them before. */
@Injectable()
export class VersionWriter {
  constructor(
    private readonly repository: DefinitionsRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Answers the id of the version that stands under each name afterwards. */
  async write(
    sql: Sql,
    { changes, published, retired = [], person, note }: ToWrite,
  ): Promise<ReadonlyMap<string, string>> {
    if (retired.length > 0) await this.record(sql, { type: 'definitions.retired', names: retired, person });
    const gone = [...new Set([...goneBindings(published, changes), ...retired].map(({ id }) => id))];
    if (gone.length > 0) await this.repository.retire(sql, gone);
    const touched = changes.filter(isTouched);
    if (touched.length === 0) return new Map();
    const definitions = await this.ensureDefinitions(sql, touched);
    const numbers = await this.repository.lastNumbers(sql, [...definitions.values()]);
    const versionOf = new Map(
      changes.map(({ name, before, change }) => [
        nameText(name),
        change === 'same' && before !== undefined ? before.id : newId(),
      ]),
    );
    const versions = touched.map((change): NewVersion => {
      const name = nameText(change.name);
      const definitionId = definitions.get(name) ?? '';
      return {
        id: versionOf.get(name) ?? '',
        definitionId,
        n: (numbers.get(definitionId) ?? 0) + 1,
        contentHash: fingerprint(change.source.text),
        source: change.source.text,
        pins: pinsOf(change, versionOf),
        note,
        publishedBy: person,
      };
    });
    await this.repository.insertVersions(sql, versions);
    await this.record(sql, { type: 'definitions.published', names: touched.map(({ name }) => name), person });
    return versionOf;
  }

  private async ensureDefinitions(sql: Sql, touched: readonly PlannedChange[]): Promise<Map<string, string>> {
    const keys = [...new Set(touched.flatMap(({ name }) => name.programme ?? []))];
    const programmes = await this.repository.ensureProgrammes(
      sql,
      keys.map((key) => ({ id: newId(), key })),
    );
    // What was taken back once comes again under its old identity
    const known = await this.repository.idsOf(
      sql,
      touched.map(({ name }) => name),
    );
    const definitions = touched.map(({ name }) => ({
      id: known.get(nameText(name)) ?? newId(),
      programmeId: name.programme === null ? null : (programmes.get(name.programme) ?? null),
      kind: name.kind,
      key: name.key,
      isNew: !known.has(nameText(name)),
    }));
    await this.repository.insertDefinitions(
      sql,
      definitions.filter(({ isNew }) => isNew),
    );
    return new Map(touched.map(({ name }, index) => [nameText(name), definitions[index]?.id ?? '']));
  }

  private async record(
    sql: Sql,
    { type, names, person }: { type: string; names: readonly DefinitionName[]; person: string | null },
  ): Promise<void> {
    const subject = names.map(nameText).join(' ');
    await this.audit.append(sql, { type, person, subject: subject.slice(0, 500), detail: null });
  }
}
