import { Injectable } from '@nestjs/common';
import type { CheckpointView, ElectionView } from '../../contract/wire/ballot.ts';
import { DomainError } from '../domain-error.ts';
import { BoxRepository } from './box.repository.ts';
import { ElectionsRepository } from './elections.repository.ts';
import { SealedElections } from './sealed-elections.ts';

/** How many checkpoints one answer holds. */
const PAGE = 200;

/** What everybody may know of a sealed election. Nothing here changes with what is voted, but for the checkpoints. */
@Injectable()
export class BoothService {
  constructor(
    private readonly elections: ElectionsRepository,
    private readonly sealed: SealedElections,
    private readonly box: BoxRepository,
  ) {}

  async view(id: string): Promise<ElectionView> {
    const sealed = await this.sealed.find(id);
    const election = await this.elections.find(id);
    if (sealed === undefined || election === undefined) throw new DomainError('not-found');
    const { manifest, head0 } = sealed;
    return {
      id,
      title: manifest.title,
      status: election.status,
      opens: election.opensAt.toISOString(),
      closes: (election.extendedTo ?? election.closesAt).toISOString(),
      choose: manifest.rules.choose,
      candidates: manifest.candidates.map(({ id: entry, title, groups }) => ({ id: entry, title, groups })),
      head0,
      receiptKey: manifest.receiptKey,
    };
  }

  /** The text whose hash was published. */
  async manifest(id: string): Promise<string> {
    const sealed = await this.sealed.find(id);
    if (sealed === undefined) throw new DomainError('not-found');
    return sealed.manifestText;
  }

  async checkpoints(id: string, after: number): Promise<CheckpointView[]> {
    if ((await this.sealed.find(id)) === undefined) throw new DomainError('not-found');
    return (await this.box.checkpoints(id, after)).slice(0, PAGE);
  }
}
