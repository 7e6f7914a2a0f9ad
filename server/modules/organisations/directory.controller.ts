import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { Key } from '../../contract/key.ts';
import { DirectoryEntry } from '../../contract/wire/organisation.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { Who } from '../who.ts';
import { DirectoryRepository } from './directory.repository.ts';

/** Who takes part in the programme, or looks after the installation, may name any of its organisations in a form. */
const takesPart = (who: Identity, programme: string): boolean =>
  who.permissions.has(null) || who.memberships.some((held) => held.programme === programme);

/** The names of organisations, for fields in which one is chosen. */
@Controller('programmes/:programme/organisations')
@Allow('signed-in')
export class DirectoryController {
  constructor(private readonly directory: DirectoryRepository) {}

  @Get()
  @Answers(z.array(DirectoryEntry))
  list(@Param('programme', { schema: Key }) programme: string, @Who() who: Identity): Promise<DirectoryEntry[]> {
    if (!takesPart(who, programme)) throw new DomainError('not-found');
    return this.directory.entries();
  }
}
