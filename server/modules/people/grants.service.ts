import { Injectable } from '@nestjs/common';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { PublishedProgrammes } from '../published-programmes.ts';
import { roleTitle } from '../sessions/session-view.ts';
import { canGrant } from './grant.ts';
import { membershipChanges, roleIn, wordIssues } from './membership-changes.ts';
import { PeopleRepository, type StoredMembership, type WantedMembership } from './people.repository.ts';

/** Which roles there are, and who may give them. */
@Injectable()
export class GrantsService {
  constructor(
    private readonly programmes: PublishedProgrammes,
    private readonly people: PeopleRepository,
  ) {}

  /**
   * Throws where a membership names what does not exist, or where the person may not give a wanted role, or change an
   * account that holds the stored ones. A role that no programme knows any more permits nothing and may be taken away.
   */
  async refuse(
    who: Identity,
    { stored, wanted }: { stored: readonly StoredMembership[]; wanted: readonly WantedMembership[] },
  ): Promise<void> {
    const programmes = await this.programmes.all();
    const { added } = membershipChanges(stored, wanted);
    const organisations = await this.people.activeOrganisations(
      added.flatMap(({ organisation }) => organisation ?? []),
    );
    const issues = wordIssues(wanted, { programmes, organisations, added: new Set(added) });
    if (issues.length > 0) throw new DomainError('invalid', undefined, { issues });
    const touched = [...stored, ...added].flatMap(({ programme, role }) => {
      const found = roleIn(programmes, { programme, role });
      return found === undefined ? [] : [{ programme, role: found }];
    });
    if (touched.every(({ programme, role }) => canGrant(who, programme, role))) return;
    throw new DomainError('not-allowed', {
      zh: '此账号的角色超出您可管理的范围',
      en: 'This account holds, or would hold, roles beyond those that you manage',
    });
  }

  /** How roles are called in a language. */
  async titles(language: string): Promise<(membership: { programme: string | null; role: string }) => string> {
    const programmes = await this.programmes.all();
    return (membership) => roleTitle(membership, programmes, language);
  }
}
