import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Database, type Sql } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { OrganisationsRepository, type StoredOrganisation } from '../organisations/organisations.repository.ts';
import { hashPassword } from '../sessions/password-hash.ts';
import type { DemonstrationScript } from './demonstration-script.ts';
import { DemonstrationRepository } from './demonstration.repository.ts';

/** The password of every account of a demonstration. It is published, like the accounts. */
export const DEMONSTRATION_PASSWORD = 'Formflow-2024';

type Given = DemonstrationScript['organisations'][number];

/** Organisations as they are stored; parents and relations are given by code, and found among the others. */
const asStored = (given: readonly Given[]): StoredOrganisation[] => {
  const ids = new Map(given.map(({ code }) => [code, newId()]));
  const idOf = (code: string): string[] => {
    const id = ids.get(code);
    return id === undefined ? [] : [id];
  };
  return given.map(({ code, parent, relations, ...rest }) => ({
    ...rest,
    id: ids.get(code) ?? newId(),
    code,
    parent: parent === null ? null : (ids.get(parent) ?? null),
    relations: Object.fromEntries(Object.entries(relations).map(([name, codes]) => [name, codes.flatMap(idOf)])),
    active: true,
  }));
};

const distinct = (given: readonly Given[]): Given[] => [...new Map(given.map((one) => [one.code, one])).values()];

/** Makes who takes part in a demonstration: organisations, and accounts with their roles. */
@Injectable()
export class DemonstrationPeople {
  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationsRepository,
    private readonly repository: DemonstrationRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** All of them or none, together with the note of how much is to be played. Nothing where that was done before. */
  async make(script: DemonstrationScript): Promise<void> {
    const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
    await this.database.transaction(async (sql) => {
      await this.repository.lock(sql);
      if ((await this.repository.progress(sql)) !== undefined) return;
      await this.organisations.save(sql, asStored(distinct(script.organisations)));
      await this.repository.addPeople(sql, script.accounts, passwordHash);
      // The last thing to be played is the way of the clock to the time of the demonstration.
      await this.repository.save(sql, { done: 0, of: script.steps.length + 1, refused: [] });
      await this.record(sql, script);
    });
  }

  private record(sql: Sql, { organisations, accounts }: DemonstrationScript): Promise<void> {
    return this.audit.append(sql, {
      type: 'installation.demonstration',
      person: null,
      detail: `organisations ${String(organisations.length)}, accounts ${String(accounts.length)}`,
    });
  }
}
