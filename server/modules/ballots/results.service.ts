import { Injectable } from '@nestjs/common';
import type { ElectionResult } from '../../contract/wire/election-result.ts';
import { lotKey } from '../../engine/ballot/commitment.ts';
import { turnoutByBatch } from '../../engine/ballot/turnout.ts';
import { DomainError } from '../domain-error.ts';
import { DIGESTS } from './digests.ts';
import { ElectionsRepository } from './elections.repository.ts';
import { RollRepository } from './roll.repository.ts';
import { type SealedElection, SealedElections } from './sealed-elections.ts';
import { TalliesRepository } from './tallies.repository.ts';
import { TalliesService } from './tallies.service.ts';

const lotOf = (
  { id, manifest }: SealedElection,
  seed: { secretSeed: string; publicSeed: string },
): ElectionResult['lot'] => ({
  commitment: manifest.tieCommitment,
  ...seed,
  keys: Object.fromEntries(
    manifest.candidates.map((candidate) => [candidate.id, lotKey(DIGESTS, { election: id, ...seed }, candidate.id)]),
  ),
});

/** The result of an election as everybody may read it: nothing, whatever is asked, before there is a count. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly elections: ElectionsRepository,
    private readonly sealed: SealedElections,
    private readonly tallies: TalliesRepository,
    private readonly counting: TalliesService,
    private readonly roll: RollRepository,
  ) {}

  async result(id: string): Promise<ElectionResult> {
    const [election, sealed, tally] = [
      await this.elections.find(id),
      await this.sealed.find(id),
      await this.tallies.last(id),
    ];
    if (election === undefined || sealed === undefined || tally === undefined || election.status === 'void')
      throw new DomainError('not-found');
    const { candidates, rules, title } = sealed.manifest;
    const seed = JSON.parse(await this.file(id, 'tie.json')) as { secretSeed: string; publicSeed: string };
    return {
      election: id,
      title,
      channel: sealed.manifest.channel,
      limits: (rules.electorate?.limit ?? []).map(({ per, window = 'total', max }) => ({ per, window, max })),
      drawn: await this.roll.drawn(id),
      standing: election.status === 'certified' ? 'certified' : 'provisional',
      n: tally.n,
      at: tally.at.toISOString(),
      candidates: candidates.map((candidate) => ({ id: candidate.id, title: candidate.title })),
      places: rules.places.map(({ key, title: name, value = null }) => ({ key, title: name, value })),
      result: JSON.parse(tally.result) as ElectionResult['result'],
      lot: lotOf(sealed, seed),
      batches: turnoutByBatch({
        credentials: await this.lines(id, 'credentials.txt'),
        used: await this.lines(id, 'used.txt'),
        revoked: await this.lines(id, 'revoked.txt'),
      }),
    };
  }

  /** A file of the bundle by its name. */
  async file(id: string, name: string): Promise<string> {
    const content = (await this.counting.files(id)).get(name);
    if (content === undefined) throw new DomainError('not-found');
    return content;
  }

  private async lines(id: string, name: string): Promise<string[]> {
    return (await this.file(id, name)).split('\n').filter((line) => line !== '');
  }
}
