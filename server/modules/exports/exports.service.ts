import { Injectable } from '@nestjs/common';
import type { FormExport, ExportQuery } from '../../contract/wire/export.ts';
import { textIn } from '../../contract/text.ts';
import { available } from '../../engine/available.ts';
import { mask } from '../../engine/form/mask.ts';
import { type FormVersion, unionColumns, unionLines } from '../../engine/form/union.ts';
import { visible } from '../../engine/visible.ts';
import { Database } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { rightsIn } from '../cases/case-view.ts';
import { type Asker, CommandService, type Seen } from '../cases/command.service.ts';
import { isMaskedFor } from '../cases/masking.ts';
import { ModelsService } from '../definitions/models.service.ts';
import { DomainError } from '../domain-error.ts';
import { type Identity, may } from '../identity.ts';
import { ownLanguage } from '../language.ts';
import { columnTitles, csvLine, lineCells } from './export-lines.ts';
import { type ExportedCase, ExportsRepository } from './exports.repository.ts';

/** More cases than these are not handed out at once. */
const MOST_EXPORTED = 20_000;

/** So many cases are read at the same time. */
const AT_ONCE = 4;

export interface Exporting {
  who: Identity;
  programme: string;
  form: string;
  query: ExportQuery;
  language: string;
}

/** A row with the form by which it was handed in, and the case that it is of. */
interface ExportedRow {
  row: FormExport['rows'][number];
  form: FormVersion['form'];
  seen: Seen;
}

const BEFORE = {
  zh: ['单位代码', '单位', '流程', '期次', '第几次提交', '表单版本', '提交时间'],
  en: ['organisation code', 'organisation', 'workflow', 'period', 'submission', 'form version', 'sent at'],
};

/**
 * Everything that was handed in on a form, over all its versions, as far as the person sees it. Personal values are masked
 * unless the person may export them and says why.
 */
@Injectable()
export class ExportsService {
  constructor(
    private readonly repository: ExportsRepository,
    private readonly commands: CommandService,
    private readonly models: ModelsService,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async json(asked: Exporting): Promise<FormExport> {
    const { columns, rows } = await this.read(asked);
    return {
      form: asked.form,
      columns: columns.map(({ key, title, roster, versions }) => ({ key, title, roster, versions })),
      rows: rows.map(({ row }) => row),
    };
  }

  /** With a byte order mark, without which spreadsheets take it for another alphabet. */
  async csv(asked: Exporting): Promise<string> {
    const { columns, rows } = await this.read(asked);
    const language = ownLanguage(asked.language);
    const lines = rows.flatMap(({ row, form, seen }) => {
      const before = beforeOf(row, seen, asked.language);
      return unionLines(form, row.data, columns).map((line) =>
        csvLine([...before, ...lineCells(columns, line, language)]),
      );
    });
    return `\uFEFF${csvLine([...BEFORE[language], ...columnTitles(columns)])}${lines.join('')}`;
  }

  /** The line of the audit is written before anything leaves. */
  private async read(asked: Exporting) {
    const { who, programme, form, query, language } = asked;
    const isWhole = query.reason !== undefined;
    if (isWhole && !may(who, 'exports.personal', programme)) throw new DomainError('not-allowed');
    const found = await this.repository.form(programme, form);
    if (found === undefined) throw new DomainError('not-found');
    const versions = await this.versions(found.versions);
    const columns = unionColumns(
      [...versions.values()].sort((a, b) => b.n - a.n),
      language,
    );
    const rows = await this.commands.asking(who, (asker) => this.rows(asker, { form: found.id, isWhole, versions }));
    await this.database.transaction((sql) =>
      this.audit.append(sql, {
        type: isWhole ? 'form.exported-whole' : 'form.exported',
        person: who.person.id,
        subject: `${programme}/Form/${form}`,
        detail: query.reason ?? null,
      }),
    );
    return { columns, rows };
  }

  /** By the id of the version. */
  private async versions(ids: readonly string[]): Promise<Map<string, FormVersion>> {
    const all = await Promise.all(ids.map((id) => this.models.form(id)));
    return new Map(
      all.map(({ version, loaded, programme }) => [version.id, { n: version.n, form: loaded.form, programme }]),
    );
  }

  private async rows(asker: Asker, reading: Reading): Promise<ExportedRow[]> {
    const cases = await this.repository.received(asker.tenant, reading.form, MOST_EXPORTED + 1);
    if (cases.length > MOST_EXPORTED) throw tooMany();
    const rows: ExportedRow[] = [];
    for (let at = 0; at < cases.length; at += AT_ONCE) {
      const read = await Promise.all(cases.slice(at, at + AT_ONCE).map((one) => this.row(asker, one, reading)));
      rows.push(...read.flat());
    }
    return rows;
  }

  /** None where the person does not see the case. */
  private async row(asker: Asker, one: ExportedCase, { versions, isWhole }: Reading): Promise<ExportedRow[]> {
    const seen = await this.commands.see(one.id, asker).catch(unlessNotFound);
    const latest = seen?.state.latest;
    const version = latest == null ? undefined : versions.get(latest.formVersionId);
    if (seen === null || latest == null || version === undefined) return [];
    const { read } = rightsIn(seen, available(seen.running.model, seen.case, seen.facts, seen.now));
    if (read === 'none') return [];
    const data = visible(latest.data, read);
    const { code, organisation, period, workflow, sentAt } = one;
    const row = {
      case: one.id,
      organisation: code === null || organisation === null ? null : { code, title: organisation },
      workflow,
      period,
      submission: latest.n,
      version: version.n,
      sentAt: sentAt.toISOString(),
      data: isWhole || !isMaskedFor(seen) ? data : masked(versions, version, data),
    };
    return [{ row, form: version.form, seen }];
  }
}

/** By titles, and by the clock of the programme: this is read by people. */
const beforeOf = (
  { organisation, submission, version, sentAt }: FormExport['rows'][number],
  { running: { model }, case: { period } }: Seen,
  language: string,
): string[] => [
  organisation?.code ?? '',
  organisation?.title ?? '',
  textIn(model.workflow.title, language),
  period === null ? '' : textIn(period.title, language),
  String(submission),
  String(version),
  localMinute(sentAt, model.programme.zone),
];

/** `2025-02-28 09:30`, which spreadsheets take for a time. */
const localMinute = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  );

/** What all rows of one export are read with. */
interface Reading {
  form: string;
  isWhole: boolean;
  versions: ReadonlyMap<string, FormVersion>;
}

/** Personal is what its own version says, and what the newest one has learnt since. */
const masked = (
  versions: ReadonlyMap<string, FormVersion>,
  own: FormVersion,
  data: Record<string, unknown>,
): Record<string, unknown> => {
  const newest = [...versions.values()].reduce((found, one) => (one.n > found.n ? one : found), own);
  const once = mask(own.form, data).data;
  return newest === own ? once : mask(newest.form, once).data;
};

const unlessNotFound = (error: unknown): Seen | null => {
  if (error instanceof DomainError && error.code === 'not-found') return null;
  throw error;
};

const tooMany = (): DomainError =>
  new DomainError('too-large', {
    zh: `超过 ${String(MOST_EXPORTED)} 个事项，无法一次导出`,
    en: `There are more than ${String(MOST_EXPORTED)} cases, too many to export at once`,
  });
