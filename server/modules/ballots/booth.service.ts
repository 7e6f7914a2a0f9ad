import { Injectable } from '@nestjs/common';
import type { CheckpointView, ElectionView } from '../../contract/wire/ballot.ts';
import { DomainError } from '../domain-error.ts';
import type { Manifest } from '../../engine/ballot/manifest.ts';
import { BoothRepository } from './booth.repository.ts';
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
    private readonly shown: BoothRepository,
  ) {}

  async view(id: string): Promise<ElectionView> {
    const sealed = await this.sealed.find(id);
    const election = await this.elections.find(id);
    if (sealed === undefined || election === undefined) throw new DomainError('not-found');
    const { manifest, head0 } = sealed;
    return {
      id,
      title: manifest.title,
      channel: manifest.channel,
      status: election.status,
      opens: election.opensAt.toISOString(),
      closes: (election.extendedTo ?? election.closesAt).toISOString(),
      choose: manifest.rules.choose,
      candidates: await this.candidates(manifest),
      head0,
      receiptKey: manifest.receiptKey,
    };
  }

  /** With the name of the organisation that an entry came from: its code alone was sealed. */
  private async candidates({ candidates }: Manifest): Promise<ElectionView['candidates']> {
    const codes = candidates.flatMap(({ groups }) => groups['organisation'] ?? []);
    const titles = codes.length === 0 ? new Map<string, string>() : await this.shown.organisations(codes);
    return candidates.map(({ id, title, text, pictures, groups }) => {
      const organisation = titles.get(groups['organisation'] ?? '');
      return {
        id,
        title,
        ...(text !== undefined && { text }),
        ...(pictures !== undefined && { pictures }),
        ...(organisation !== undefined && { organisation }),
        groups,
      };
    });
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
