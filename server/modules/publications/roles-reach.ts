import { Injectable } from '@nestjs/common';
import { DomainError } from '../domain-error.ts';
import { type Person, may } from '../identity.ts';
import type { Assessment } from './assessment.service.ts';
import { PublicationsRepository } from './publications.repository.ts';
import { newlyReaching } from './reaching-rights.ts';
import type { OfProgramme } from './wanted-texts.service.ts';

const reachesTooFar = (permissions: readonly string[]): DomainError =>
  new DomainError('not-allowed', {
    zh: `草稿给已有人担任的角色增加了您自己没有的权限（${permissions.join('、')}），请由拥有该权限的人发布`,
    en: `The draft gives a role that people hold a permission that you do not have (${permissions.join(', ')}); somebody who has it must publish this`,
  });

/** A role that somebody holds gains nothing beyond its programme from whoever does not hold that too. */
@Injectable()
export class RolesReach {
  constructor(private readonly repository: PublicationsRepository) {}

  /** Throws `not-allowed`. Null is the command line where nobody is named: it holds nothing. */
  async refuse(who: Person | null, { id, key }: OfProgramme, { candidate }: Assessment): Promise<void> {
    const roles = new Set(await this.repository.rolesHeld(id));
    const lacking = newlyReaching(candidate, key, roles).filter((permission) => who === null || !may(who, permission));
    if (lacking.length > 0) throw reachesTooFar(lacking);
  }
}
