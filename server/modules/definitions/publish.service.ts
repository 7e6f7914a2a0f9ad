import { Injectable } from '@nestjs/common';
import type { Finding } from '../../contract/finding.ts';
import { fileOfName } from '../../registry/folder.ts';
import { hasErrors, inspect, ordered } from '../../registry/inspect.ts';
import { castOf, rehearse } from '../../registry/rehearse.ts';
import type { OrganisationLine } from '../../registry/organisations.ts';
import type { Shelf } from '../../registry/shelf.ts';
import { type DefinitionSource, nameText } from '../../registry/source.ts';
import { Database } from '../../storage/database.ts';
import { DomainError } from '../domain-error.ts';
import { Obligations, type ObligationsReport } from '../obligations.ts';
import { DefinitionsRepository, type StoredVersion } from './definitions.repository.ts';
import { type PlannedChange, goneBindings, isTouched, overlaid, planPublication } from './publication.ts';
import { refusalOf } from './refusal-of-findings.ts';
import { RunningCheck } from './running-check.ts';
import { VersionWriter } from './version-writer.ts';

/** Texts to publish, by whom and why. `person` is null at the first start and on the command line. */
export interface Publication {
  sources: readonly DefinitionSource[];
  organisations?: readonly OrganisationLine[];
  person?: string | null;
  note?: string | null;
}

/** What publishing would do, and what stands against it. */
export interface PublicationPlan {
  changes: PlannedChange[];
  findings: Finding[];
  shelf: Shelf;
}

export interface Published {
  /** The definitions that got a new version. */
  changes: PlannedChange[];
  findings: Finding[];
  obligations: ObligationsReport;
}

const ATTEMPTS = 3;

/** Whether nobody has published anything in between. */
const isSameState = (a: readonly StoredVersion[], b: readonly StoredVersion[]): boolean =>
  a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);

/**
 * The gate: definitions become versions only when lint finds no error and every scenario passes, all of them or none.
 * A version is never written again; the one before is retired, and cases stay on the one they began with.
 */
@Injectable()
export class PublishService {
  constructor(
    private readonly database: Database,
    private readonly repository: DefinitionsRepository,
    private readonly running: RunningCheck,
    private readonly obligations: Obligations,
    private readonly writer: VersionWriter,
  ) {}

  /** Looks at texts as if they were published now; nothing is written. */
  async plan(publication: Publication): Promise<PublicationPlan> {
    return this.planWith(publication, await this.repository.publishedTexts());
  }

  /** What is published now, as texts. */
  async texts(): Promise<DefinitionSource[]> {
    return overlaid(await this.repository.publishedTexts(), [], fileOfName);
  }

  /** Publishes what differs. Throws `definition-invalid` with every error; then nothing is written. */
  async publish(publication: Publication): Promise<Published> {
    const plan = await this.plannedAndWritten(publication);
    const changes = plan.changes.filter(isTouched);
    const obligations = changes.length === 0 ? { created: 0, cancelled: 0 } : await this.obligations.ensure();
    return { changes, findings: plan.findings, obligations };
  }

  /** Looking takes a while and other connections, so it is done before the lock; if somebody published meanwhile, again. */
  private async plannedAndWritten(publication: Publication): Promise<PublicationPlan> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const published = await this.repository.publishedTexts();
      const plan = await this.planWith(publication, published);
      if (hasErrors(plan.findings)) throw refusalOf(plan.findings);
      const isWritten = await this.database.transaction(async (sql) => {
        await this.repository.lock(sql);
        if (!isSameState(published, await this.repository.publishedTexts(sql))) return false;
        const { person = null, note = null } = publication;
        await this.writer.write(sql, { changes: plan.changes, published, person, note });
        return true;
      });
      if (isWritten) return plan;
    }
    throw new DomainError('stale');
  }

  /** Publishes only those definitions that the installation does not have: what an administrator published stays. */
  async publishMissing(publication: Publication): Promise<Published> {
    const known = new Set((await this.repository.published()).map((version) => nameText(version)));
    const sources = publication.sources.filter(({ name }) => !known.has(nameText(name)));
    if (sources.length === 0) return { changes: [], findings: [], obligations: { created: 0, cancelled: 0 } };
    return this.publish({ ...publication, sources });
  }

  private async planWith(
    { sources, organisations = [] }: Publication,
    published: readonly StoredVersion[],
  ): Promise<PublicationPlan> {
    const all = overlaid(published, sources, fileOfName);
    const { shelf, findings } = inspect(all);
    const changes = planPublication(all, shelf, published);
    if (hasErrors(findings)) return { changes, findings, shelf };
    const cast = castOf(organisations);
    const touched = new Set(changes.filter(isTouched).flatMap(({ name }) => name.programme ?? []));
    const played = [...shelf.programmes.values()]
      .filter(({ key }) => touched.has(key))
      .flatMap((programme) => rehearse({ shelf, programme, organisations: cast }).findings);
    const running = await this.running.findings(shelf, changes);
    const gone = await this.running.ofGone(shelf, goneBindings(published, changes));
    return { changes, findings: ordered([...findings, ...played, ...running, ...gone]), shelf };
  }
}
