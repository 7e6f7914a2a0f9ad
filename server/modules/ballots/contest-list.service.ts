import { Injectable } from '@nestjs/common';
import { type LocalText, textIn } from '../../contract/text.ts';
import type { ContestList } from '../../contract/wire/contest.ts';
import { isJuryContest } from '../../engine/ballot/jury.ts';
import { type Identity, programmesWhere } from '../identity.ts';
import { Models, type RunningModel } from '../models.ts';
import { type PublishedProgramme, PublishedProgrammes } from '../published-programmes.ts';
import { ContestDeskRepository, type OpenCase } from './contest-desk.repository.ts';
import { ContestsService } from './contests.service.ts';

type Ready = ContestList['ready'][number];

const readyIn = (
  programme: PublishedProgramme,
  { running, found, language }: { running: RunningModel; found: OpenCase; language: string },
): Ready[] => {
  const { workflow } = running.model;
  const title = textIn(workflow.title, language);
  const held: [string | null, LocalText | undefined][] = isJuryContest(workflow)
    ? [[null, undefined]]
    : Object.entries(workflow.ballots ?? {}).map(([key, { title: own }]) => [key, own]);
  return held.map(([ballot, own]) => ({
    programme: programme.key,
    programmeTitle: textIn(programme.definition.title, language),
    case: found.id,
    caseTitle: found.organisation === null ? title : `${title} · ${found.organisation}`,
    ballot,
    ballotTitle: textIn(own ?? workflow.title, language),
    state: textIn(workflow.states[found.state]?.title, language),
  }));
};

/** The elections of everybody who runs some, over all programmes, and what could become one. */
@Injectable()
export class ContestListService {
  constructor(
    private readonly programmes: PublishedProgrammes,
    private readonly models: Models,
    private readonly contests: ContestsService,
    private readonly desk: ContestDeskRepository,
  ) {}

  async of(who: Identity, language: string): Promise<ContestList> {
    const where = programmesWhere(who, 'contests.run');
    const mine = (await this.programmes.all()).filter(({ key }) => where === 'all' || where.includes(key));
    const parts = await Promise.all(mine.map((programme) => this.inProgramme(who, programme, language)));
    return { elections: parts.flatMap(({ elections }) => elections), ready: parts.flatMap(({ ready }) => ready) };
  }

  private async inProgramme(who: Identity, programme: PublishedProgramme, language: string): Promise<ContestList> {
    const elections = await this.contests.all(who, programme.key);
    const programmeTitle = textIn(programme.definition.title, language);
    return {
      elections: elections.map(({ id, title, status, opens, closes, waiting }) => ({
        id,
        title,
        status,
        opens,
        closes,
        waiting,
        programme: programme.key,
        programmeTitle,
      })),
      ready: await this.ready(programme, language),
    };
  }

  private async ready(programme: PublishedProgramme, language: string): Promise<Ready[]> {
    const voting = (await this.models.published(programme.id)).filter(
      ({ model: { workflow } }) => workflow.ballots !== undefined || isJuryContest(workflow),
    );
    if (voting.length === 0) return [];
    const cases = await this.desk.openCases(voting.map(({ versionId }) => versionId));
    const planned = new Set((await this.desk.planned()).map(({ caseId, ballot }) => `${caseId} ${ballot}`));
    const ready = cases.flatMap((found) => {
      const running = voting.find(({ versionId }) => versionId === found.versionId);
      return running === undefined ? [] : readyIn(programme, { running, found, language });
    });
    return ready.filter((one) => !planned.has(`${one.case} ${one.ballot ?? ''}`));
  }
}
