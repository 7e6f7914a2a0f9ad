import { Injectable } from '@nestjs/common';
import type { Finding } from '../../contract/finding.ts';
import { textIn } from '../../contract/text.ts';
import type { ImportOrganisations, ImportReport } from '../../contract/wire/organisation.ts';
import { readOrganisations } from '../../registry/organisations.ts';
import { Database } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { Obligations } from '../obligations.ts';
import { type PublishedProgramme, PublishedProgrammes } from '../published-programmes.ts';
import { type ImportPlan, planImport, type RowProblem } from './import-plan.ts';
import { kindNames, organisationWords } from './organisation-words.ts';
import { OrganisationsRepository } from './organisations.repository.ts';

const columnsOf = (csv: string): ReadonlySet<string> =>
  new Set(
    (/^[^\r\n]*/.exec(csv.replace(/^\uFEFF/, ''))?.[0] ?? '')
      .split(',')
      .map((name) => name.replaceAll('"', '').trim().toLowerCase()),
  );

const problemOf = ({ line, path, column, message }: Finding): RowProblem => ({
  line,
  column: String(path[1] ?? column),
  message,
});

const refusal = (problems: readonly RowProblem[]): DomainError =>
  new DomainError(
    'invalid',
    { zh: `有 ${problems.length} 处错误，没有导入任何单位`, en: `${problems.length} errors; nothing was imported` },
    {
      issues: problems.map(({ line, column, message }) => ({
        pointer: '/csv',
        message: {
          zh: `第 ${line} 行 ${column}：${message['zh-CN']}`,
          en: `Line ${line}, ${column}: ${message.en}`,
        },
      })),
    },
  );

/** A file to take over, and for whom. Without `apply` nothing is written. */
export interface OrganisationsToImport {
  csv: string;
  apply: boolean;
  /** Null on the command line. */
  person: string | null;
  /** The programmes whose kinds and relations count. */
  programmes: readonly Pick<PublishedProgramme, 'definition'>[];
}

/** Takes over hundreds of organisations at once: all rows or none, and the same file twice changes nothing. */
@Injectable()
export class OrganisationsImportService {
  constructor(
    private readonly organisations: OrganisationsRepository,
    private readonly programmes: PublishedProgrammes,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly obligations: Obligations,
  ) {}

  /** Without `apply`, tells what an import would do; with it, does that, or throws `invalid` and does nothing. */
  async run(who: Identity, { csv, apply }: ImportOrganisations, language: string): Promise<ImportReport> {
    const programmes = await this.programmes.all();
    const plan = await this.take({ csv, apply, person: who.person.id, programmes });
    if (apply) await this.obligations.ensure();
    return this.report(plan, language);
  }

  /** The same without the cases that follow, for whoever makes them afterwards. */
  async take({ csv, apply, person, programmes }: OrganisationsToImport): Promise<ImportPlan> {
    const words = organisationWords(programmes);
    const read = readOrganisations(csv, undefined, kindNames(programmes));
    const found = read.findings.map(problemOf);
    return this.database.transaction(async (sql) => {
      await this.organisations.lock(sql);
      const stored = await this.organisations.all(sql);
      const planned = planImport(read.organisations, { columns: columnsOf(csv), stored, words, found });
      if (!apply) return planned;
      if (planned.problems.length > 0) throw refusal(planned.problems);
      await this.organisations.save(sql, [...planned.created, ...planned.changed]);
      if (planned.created.length + planned.changed.length === 0 && person === null) return planned;
      await this.audit.append(sql, {
        type: 'organisation.imported',
        person,
        detail: `created ${planned.created.length}, changed ${planned.changed.length}, same ${planned.same}`,
      });
      return planned;
    });
  }

  private report({ created, changed, same, problems }: ImportPlan, language: string): ImportReport {
    return {
      created: created.length,
      changed: changed.length,
      same,
      problems: problems.map(({ line, column, message }) => ({
        line,
        column,
        message: textIn({ ...message }, language),
      })),
    };
  }
}
