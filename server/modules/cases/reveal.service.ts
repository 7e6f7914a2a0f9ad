import { Injectable } from '@nestjs/common';
import type { Reveal, RevealedData } from '../../contract/wire/case.ts';
import { visible } from '../../engine/visible.ts';
import { available } from '../../engine/available.ts';
import { Database } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { rightsIn } from './case-view.ts';
import { CommandService } from './command.service.ts';
import { presentData } from './facts.ts';
import { isMaskedFor, mayRevealTo } from './masking.ts';

/** Shows personal values that are masked, for a reason, to whoever may have them shown. */
@Injectable()
export class RevealService {
  constructor(
    private readonly commands: CommandService,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** The line of the audit is written before the data leave. */
  async reveal(who: Identity, caseId: string, { reason }: Reveal): Promise<RevealedData> {
    const seen = await this.commands.look(caseId, who);
    const { running, state, facts, now } = seen;
    if (isMaskedFor(seen) && !mayRevealTo(who, seen)) throw new DomainError('not-allowed');
    const { read } = rightsIn(seen, available(running.model, seen.case, facts, now));
    await this.database.transaction((sql) =>
      this.audit.append(sql, {
        type: 'personal-data.revealed',
        person: who.person.id,
        organisation: state.organisationId,
        case: caseId,
        subject: `case:${caseId}`,
        detail: reason,
      }),
    );
    return { data: visible(presentData(state, running), read) };
  }
}
