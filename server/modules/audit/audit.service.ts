import { Injectable } from '@nestjs/common';
import type { AuditQuery, AuditRow, IntegrityReport } from '../../contract/wire/audit.ts';
import type { Page } from '../../contract/wire/page.ts';
import { PublishedProgrammes } from '../published-programmes.ts';
import { type ChainBreak, type ChainEnd, checkHead, checkStretch } from './audit-chain.ts';
import { AuditRepository } from './audit.repository.ts';
import { CaseHistoriesRepository } from './case-histories.repository.ts';
import { subjectNames } from './subject-names.ts';
import { SubjectTitlesRepository } from './subject-titles.repository.ts';

/** Lines that are read at once while the chain is recomputed; memory stays small however long the record is. */
const STRETCH = 5_000;

const BEGINNING: ChainEnd = { seq: 0, hash: '' };

/** Shows the record and proves that nobody changed it. */
@Injectable()
export class AuditService {
  constructor(
    private readonly audit: AuditRepository,
    private readonly programmes: PublishedProgrammes,
    private readonly histories: CaseHistoriesRepository,
    private readonly titles: SubjectTitlesRepository,
  ) {}

  async page(query: AuditQuery, language: string): Promise<Page<AuditRow>> {
    const [first] = await this.programmes.all();
    const page = await this.audit.page(query, first?.definition.zone ?? 'UTC');
    const named = page.rows.map((row) => ({ row, names: subjectNames(row.subject) }));
    const title = await this.titles.titles(
      named.flatMap(({ names }) => names),
      language,
    );
    const rows = named.map(({ row, names }) => ({
      ...row,
      subjects: names.map((name) => ({
        sort: name.sort,
        kind: name.sort === 'definition' ? name.kind : null,
        key: name.key,
        title: title(name),
      })),
    }));
    return { ...page, rows };
  }

  /** Recomputes every hash of the record and of every case's history. */
  async integrity(): Promise<IntegrityReport> {
    const own = await this.ownChain();
    const { cases, events, broken } = await this.histories.check();
    return { checkedAt: new Date().toISOString(), cases, events, audit: own.lines, broken: [...own.broken, ...broken] };
  }

  /** The head is read first: lines that are written meanwhile come after it and are not looked at. */
  private async ownChain(): Promise<{ lines: number; broken: ChainBreak[] }> {
    const head = await this.audit.head();
    const broken: ChainBreak[] = [];
    let end = BEGINNING;
    let count = 0;
    for (;;) {
      const lines = (await this.audit.after(end.seq, STRETCH)).filter(({ seq }) => seq <= head.seq);
      const stretch = checkStretch(end, lines);
      broken.push(...stretch.breaks);
      end = stretch.end;
      count += lines.length;
      if (lines.length < STRETCH) break;
    }
    return { lines: count, broken: [...broken, ...checkHead(end, head)] };
  }
}
