import type { Day, Organisation } from '../../engine/case.ts';
import type { Sql } from '../../storage/database.ts';
import { type OrganisationFacts, organisationOn } from '../cases/organisation-facts.ts';
import type { LookedAtRepository } from './looked-at.repository.ts';

/** So many organisations are remembered while batches go by. */
const MOST_KNOWN = 5_000;

/** The organisations of the batch at hand, each read once as long as it is remembered. */
export class KnownOrganisations {
  private readonly known = new Map<string, OrganisationFacts>();

  constructor(
    private readonly repository: LookedAtRepository,
    private readonly sql: Sql,
  ) {}

  /** Makes sure that those of a batch are there. */
  async read(rows: readonly { organisationId: string | null }[]): Promise<void> {
    const ids = [...new Set(rows.flatMap(({ organisationId }) => organisationId ?? []))];
    const missing = ids.filter((id) => !this.known.has(id));
    if (missing.length === 0) return;
    if (this.known.size + missing.length > MOST_KNOWN) this.known.clear();
    const wanted = this.known.size === 0 ? ids : missing;
    for (const facts of await this.repository.organisations(this.sql, wanted)) this.known.set(facts.id, facts);
  }

  on(id: string | null, day: Day): Organisation | null {
    const facts = id === null ? undefined : this.known.get(id);
    return facts === undefined ? null : organisationOn(facts, day);
  }
}
