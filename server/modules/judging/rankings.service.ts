import { Injectable } from '@nestjs/common';
import type { OrderRanking, RankingsView } from '../../contract/wire/ranking.ts';
import { available } from '../../engine/available.ts';
import { hasLot, isJuryAlone, juryResult } from '../../engine/ballot/jury.ts';
import { DIGESTS } from '../ballots/digests.ts';
import { CommandService, type Seen } from '../cases/command.service.ts';
import { DomainError } from '../domain-error.ts';
import { type Identity, may } from '../identity.ts';
import { JuryMarks, type MarksBySource } from '../jury-marks.ts';
import { seesOthers } from './judging.service.ts';
import { type RankingGiven, RankingsRepository, type StoredRanking } from './rankings.repository.ts';

const otherSeed = (): DomainError =>
  new DomainError('conflict', {
    zh: '公开种子已登记，不能更换',
    en: 'The seed was drawn already and is never another',
  });

const notCountable = (): DomainError =>
  new DomainError('conflict', {
    zh: '评审尚未结束，或流程不按评分排名',
    en: 'The judges have not finished, or the workflow does not rank by marks alone',
  });

/** Rankings by judges' marks alone: counted when the judges have finished, kept with what they were made from. */
@Injectable()
export class RankingsService {
  constructor(
    private readonly commands: CommandService,
    private readonly marks: JuryMarks,
    private readonly rankings: RankingsRepository,
  ) {}

  /** Nothing is told of a ranking to whom the others' marks are hidden. */
  async view(who: Identity, caseId: string): Promise<RankingsView> {
    const seen = await this.commands.look(caseId, who);
    const { model } = seen.running;
    const isShown = seesOthers(who, seen, available(model, seen.case, seen.facts, seen.now));
    const tallies = isShown ? await this.rankings.all(caseId) : [];
    const entries = isShown ? this.counted(seen, { ...NOTHING, sources: {} })?.candidates : undefined;
    return {
      mayCount: isShown && isJuryAlone(model) && may(who, 'contests.run', model.programme.key),
      hasLot: hasLot(model),
      seed: tallies.find(({ given }) => given.seed !== '')?.given.seed ?? null,
      entries: Object.fromEntries((entries ?? []).map(({ id, title }) => [id, title])),
      tallies: tallies.map(({ n, at, by, result }) => ({
        n,
        at: at.toISOString(),
        by,
        result: JSON.parse(result) as Record<string, unknown>,
      })),
    };
  }

  async count(who: Identity, caseId: string, order: OrderRanking): Promise<RankingsView> {
    const seen = await this.commands.look(caseId, who);
    const { model } = seen.running;
    if (!may(who, 'contests.run', model.programme.key)) throw new DomainError('not-allowed');
    const sources = await this.marks.of(caseId);
    if (!isJuryAlone(model) || isBeingJudged(seen)) throw notCountable();
    await this.rankings.add(caseId, who.person.id, (former) => {
      const given = givenFor(order, former, sources);
      const counted = this.counted(seen, given);
      if (counted === null) throw notCountable();
      return { given, result: counted.text };
    });
    return this.view(who, caseId);
  }

  private counted(seen: Seen, given: RankingGiven): ReturnType<typeof juryResult> {
    const { running, facts, case: current } = seen;
    return juryResult(DIGESTS, running.model, {
      id: current.id,
      data: facts.data,
      entries: facts.entries ?? [],
      ...given,
    });
  }
}

const NOTHING: Omit<RankingGiven, 'sources'> = { withdrawn: [], decisions: [], seed: '' };

/** A seat that is open in a task to which marks belong: somebody may still mark. */
const isBeingJudged = ({ running, case: current }: Seen): boolean => {
  const tasks = Object.values(running.model.workflow.marks ?? {}).map(({ task }) => task);
  return current.tasks.some(({ key, status }) => tasks.includes(key) && status === 'open');
};

/** The seed is drawn once; later counts take the same. */
const givenFor = (order: OrderRanking, former: readonly StoredRanking[], sources: MarksBySource): RankingGiven => {
  const drawn = former.find(({ given }) => given.seed !== '')?.given.seed;
  if (drawn !== undefined && order.seed !== undefined && order.seed !== drawn) throw otherSeed();
  const { withdrawn, decisions } = order;
  return { withdrawn, decisions, seed: drawn ?? order.seed ?? '', sources };
};
