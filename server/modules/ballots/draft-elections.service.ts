import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { NewElection } from './elections.repository.ts';
import { ElectionsRepository } from './elections.repository.ts';
import { newSigningKey } from './signing.ts';

const newSecret = (): string => randomBytes(32).toString('hex');

/** Makes elections of what a workflow says; until two people seal one, its codes may be issued and it may be thrown away. */
@Injectable()
export class DraftElectionsService {
  constructor(private readonly elections: ElectionsRepository) {}

  async create(election: Omit<NewElection, 'secrets'>): Promise<void> {
    const secrets = { signingKey: newSigningKey().secret, tieSeed: newSecret(), trafficKey: newSecret() };
    await this.elections.create({ ...election, secrets });
  }
}
