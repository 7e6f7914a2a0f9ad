import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { Sentence } from '../../contract/problem.ts';
import type { PlanElection } from '../../contract/wire/contest.ts';
import { electionFrom, type Planned, type PlanProblem, type Standings } from '../../engine/ballot/contest.ts';
import { juryContestFrom } from '../../engine/ballot/jury.ts';
import type { Model } from '../../engine/model.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { Models } from '../models.ts';
import { ContestCasesRepository } from './contest-cases.repository.ts';
import { DraftElectionsService } from './draft-elections.service.ts';
import { PicturesService } from './pictures.service.ts';

const PROBLEMS: Record<PlanProblem, Sentence> = {
  'unknown-ballot': { zh: '流程中没有这项投票', en: 'The workflow has no such ballot' },
  'not-calculable': { zh: '投票规则中的数值无法计算', en: 'A number of the rules cannot be told' },
  'no-entries': { zh: '还没有提交任何候选', en: 'No entries were submitted yet' },
  'entry-without-id': { zh: '有候选行缺少编号，请重新提交', en: 'A row has no id; submit the form again' },
};

/** How long judges are meant to take, in milliseconds, unless people name other times before they seal. */
const JUDGING_LASTS = 14 * 86_400_000;

const plannedFrom = (model: Model, ballot: string | undefined, standings: Standings): Planned => {
  if (ballot !== undefined) return electionFrom(model, ballot, standings);
  const planned = juryContestFrom(model, standings);
  if (planned.kind === 'impossible') return planned;
  const now = Date.now();
  return { kind: 'planned', plan: { ...planned.plan, opens: now, closes: now + JUDGING_LASTS } };
};

/** Elections of cases: made as their workflow's definition says, opened in the state that it names. */
@Injectable()
export class ContestCasesService {
  constructor(
    private readonly database: Database,
    private readonly models: Models,
    private readonly cases: ContestCasesRepository,
    private readonly drafts: DraftElectionsService,
    private readonly pictures: PicturesService,
    private readonly audit: AuditTrail,
  ) {}

  /** Drafts the election of the version on which the case runs; answers its id. */
  async plan(who: Identity, programme: string, order: PlanElection): Promise<string> {
    const found = await this.database.transaction((sql) => this.cases.find(sql, order.case));
    if (found?.programme !== programme) throw new DomainError('not-found');
    const { model } = await this.models.byVersion(found.versionId);
    const entries = found.entries ?? [];
    const holders = [order.case, ...entries.map(({ id }) => id)];
    const uploads = await this.database.transaction((sql) => this.cases.pictures(sql, holders));
    const pictures = await this.pictures.madeOf(uploads);
    const planned = plannedFrom(model, order.ballot, { data: found.data, entries, pictures });
    if (planned.kind === 'impossible') throw new DomainError('conflict', PROBLEMS[planned.problem]);
    const { title, opens, closes, rules, candidates } = planned.plan;
    const id = newId();
    const origin = { caseId: order.case, ballot: order.ballot ?? '' };
    const times = { opensAt: new Date(opens), closesAt: new Date(closes) };
    await this.drafts.create({ id, programmeId: found.programmeId, title, ...times, rules, candidates, origin });
    await this.database.transaction((sql) =>
      this.audit.append(sql, { type: 'election-planned', person: who.person.id, case: order.case, subject: id }),
    );
    return id;
  }

  /** Refuses to open the election of a case that is in another state than `during`. */
  async checkOpening(sql: Sql, election: string): Promise<void> {
    const origin = await this.cases.originOf(sql, election);
    if (origin === undefined) return;
    const found = await this.cases.find(sql, origin.caseId);
    if (found === undefined) throw new DomainError('not-found');
    const { model } = await this.models.byVersion(found.versionId);
    if (model.workflow.ballots?.[origin.ballot]?.during === found.state) return;
    throw new DomainError('conflict', {
      zh: '流程尚未进入投票环节，不能开放投票',
      en: 'The case is not in the state in which this election is held',
    });
  }
}
