import { Injectable } from '@nestjs/common';
import { textIn } from '../../contract/text.ts';
import type { ContestSetting } from '../../contract/wire/contest.ts';
import { judgedEntries } from '../../engine/ballot/jury.ts';
import type { Model } from '../../engine/model.ts';
import { Database } from '../../storage/database.ts';
import { Mail } from '../mail.ts';
import { Models } from '../models.ts';
import { type PublishedProgramme, PublishedProgrammes } from '../published-programmes.ts';
import type { ElectionPlace } from './contest-actions.service.ts';
import { ContestCasesRepository } from './contest-cases.repository.ts';
import { ContestDeskRepository } from './contest-desk.repository.ts';
import { ContestsService } from './contests.service.ts';

interface CaseOfContest {
  id: string;
  ballot: string;
  state: string;
  model: Model;
}

const rolesThatRun = ({ definition }: PublishedProgramme): string[] =>
  Object.entries(definition.roles).flatMap(([key, { may }]) => (may.includes('contests.run') ? [key] : []));

/** Titles of the fields of the rows that stand for election. */
const groupTitles = ({ model, ballot }: CaseOfContest, language: string): Record<string, string> => {
  const roster =
    model.form.properties[model.workflow.ballots?.[ballot]?.options ?? judgedEntries(model.workflow) ?? ''];
  const columns = roster?.items?.properties ?? {};
  return Object.fromEntries(Object.entries(columns).map(([key, { title }]) => [key, textIn(title, language)]));
};

const markTitles = ({ model }: CaseOfContest, language: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(model.workflow.marks ?? {}).map(([key, { title }]) => [
      `marks.${key}`,
      textIn(title, language) || key,
    ]),
  );

/** What stands around an election: its programme, its case, and who else runs it. */
@Injectable()
export class ContestSettingService {
  constructor(
    private readonly database: Database,
    private readonly contests: ContestsService,
    private readonly cases: ContestCasesRepository,
    private readonly desk: ContestDeskRepository,
    private readonly programmes: PublishedProgrammes,
    private readonly models: Models,
    private readonly mail: Mail,
  ) {}

  async of(place: ElectionPlace, language: string): Promise<ContestSetting> {
    const { id } = await this.contests.find(place);
    const programme = (await this.programmes.all()).find(({ key }) => key === place.programme);
    const found = await this.caseOf(id);
    return {
      programme: textIn(programme?.definition.title, language),
      currency: programme?.definition.money?.currency ?? null,
      case: found === null ? null : caseView(found, language),
      groups: found === null ? {} : groupTitles(found, language),
      marks: found === null ? {} : markTitles(found, language),
      organisers: programme === undefined ? [] : await this.desk.holders(programme.id, rolesThatRun(programme)),
      canMail: this.mail.isReady,
    };
  }

  async now(place: ElectionPlace): Promise<{ now: string }> {
    await this.contests.find(place);
    return { now: (await this.desk.now()).toISOString() };
  }

  private async caseOf(election: string): Promise<CaseOfContest | null> {
    const [origin, found] = await this.database.transaction(async (sql) => {
      const from = await this.cases.originOf(sql, election);
      return [from, from === undefined ? undefined : await this.cases.find(sql, from.caseId)] as const;
    });
    if (origin === undefined || found === undefined) return null;
    const { model } = await this.models.byVersion(found.versionId);
    return { id: origin.caseId, ballot: origin.ballot, state: found.state, model };
  }
}

const caseView = ({ id, ballot, state, model }: CaseOfContest, language: string): ContestSetting['case'] => ({
  id,
  title: textIn(model.workflow.title, language),
  state: textIn(model.workflow.states[state]?.title, language),
  isVoting: model.workflow.ballots?.[ballot]?.during === state,
});
