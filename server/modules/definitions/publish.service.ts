import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { Finding } from '../../contract/finding.ts';
import { fileOfName } from '../../registry/folder.ts';
import { hasErrors, inspect, ordered } from '../../registry/inspect.ts';
import { fingerprint } from '../../registry/fingerprint.ts';
import { castOf, rehearse } from '../../registry/rehearse.ts';
import type { OrganisationLine } from '../../registry/organisations.ts';
import type { Shelf } from '../../registry/shelf.ts';
import { type DefinitionSource, nameText } from '../../registry/source.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { DomainError } from '../domain-error.ts';
import { Obligations, type ObligationsReport } from '../obligations.ts';
import { DefinitionsRepository, type NewVersion, type StoredVersion } from './definitions.repository.ts';
import { type PlannedChange, goneBindings, overlaid, pinsOf, planPublication } from './publication.ts';
import { refusalOf } from './refusal-of-findings.ts';
import { RunningCheck } from './running-check.ts';

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

const isSameState = (a: readonly StoredVersion[], b: readonly StoredVersion[]): boolean =>
  a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);

const isTouched = ({ change }: PlannedChange): boolean => change !== 'same';

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
    private readonly audit: AuditTrail,
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
        await this.write(sql, plan.changes, publication);
        await this.retireGone(sql, published, plan.changes);
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
    const played = [...shelf.programmes.values()].flatMap(
      (programme) => rehearse({ shelf, programme, organisations: cast }).findings,
    );
    const running = await this.running.findings(shelf, changes);
    const gone = await this.running.ofGone(shelf, goneBindings(published, changes));
    return { changes, findings: ordered([...findings, ...played, ...running, ...gone]), shelf };
  }

  private async write(sql: Sql, changes: readonly PlannedChange[], publication: Publication): Promise<void> {
    const touched = changes.filter(isTouched);
    if (touched.length === 0) return;
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
        note: publication.note ?? null,
        publishedBy: publication.person ?? null,
      };
    });
    await this.repository.insertVersions(sql, versions);
    await this.record(sql, touched, publication);
  }

  private async retireGone(sql: Sql, published: readonly StoredVersion[], changes: readonly PlannedChange[]) {
    const gone = goneBindings(published, changes).map(({ id }) => id);
    if (gone.length > 0) await this.repository.retire(sql, gone);
  }

  private async ensureDefinitions(sql: Sql, touched: readonly PlannedChange[]): Promise<Map<string, string>> {
    const keys = [...new Set(touched.flatMap(({ name }) => name.programme ?? []))];
    const programmes = await this.repository.ensureProgrammes(
      sql,
      keys.map((key) => ({ id: newId(), key })),
    );
    const definitions = touched.map(({ name, before }) => ({
      id: before?.definitionId ?? newId(),
      programmeId: name.programme === null ? null : (programmes.get(name.programme) ?? null),
      kind: name.kind,
      key: name.key,
      isNew: before === undefined,
    }));
    await this.repository.insertDefinitions(
      sql,
      definitions.filter(({ isNew }) => isNew),
    );
    return new Map(touched.map(({ name }, index) => [nameText(name), definitions[index]?.id ?? '']));
  }

  private async record(sql: Sql, touched: readonly PlannedChange[], { person = null }: Publication): Promise<void> {
    const subject = touched.map(({ name }) => nameText(name)).join(' ');
    await this.audit.append(sql, {
      type: 'definitions.published',
      person,
      subject: subject.slice(0, 500),
      detail: null,
    });
  }
}
