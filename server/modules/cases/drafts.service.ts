import { Injectable } from '@nestjs/common';
import type { SaveDraft, SavedDraft } from '../../contract/wire/case.ts';
import { rightsOf } from '../../engine/rights.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { CommandService, type Seen } from './command.service.ts';
import { DraftsRepository } from './drafts.repository.ts';
import { FormCheck } from './form-check.ts';

/** Keeps what is being typed. Two writers never overwrite each other without a word. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly commands: CommandService,
    private readonly forms: FormCheck,
    private readonly drafts: DraftsRepository,
  ) {}

  save(
    { who, caseId, language }: { who: Identity; caseId: string; language: string },
    { rev, data }: SaveDraft,
  ): Promise<SavedDraft> {
    return this.commands.asking(who, async (asker) => {
      const seen = await this.commands.see(caseId, asker);
      refuseWithoutRight(seen);
      const { data: allowed, issues } = this.forms.within(seen, { data, proxy: true, language });
      if (issues.length > 0) throw new DomainError('invalid', undefined, { issues });
      const { visit, formVersionId } = seen.state;
      const draft = { caseId, visit, rev, formVersionId, data: allowed, savedBy: who.person.id };
      const saved = await this.drafts.save(asker.tenant, draft);
      if (saved === undefined) throw stale(await this.commands.see(caseId, asker));
      return { rev: saved.rev, savedAt: saved.savedAt.toISOString() };
    });
  }
}

const refuseWithoutRight = ({ running, case: current, facts, now }: Seen): void => {
  const { write } = rightsOf({ model: running.model, case: current, facts, now }, { proxy: true });
  if (write === 'none')
    throw new DomainError('not-allowed', { zh: '当前不能填写', en: 'Nothing can be written here now' });
};

/** Tells with which revision the person may go on; 0 where there is no draft any more. */
const stale = ({ state }: Seen): DomainError =>
  new DomainError('stale', undefined, {
    extensions: {
      rev: state.draft?.rev ?? 0,
      savedAt: state.draft === null ? null : new Date(state.draft.savedAt).toISOString(),
      current: { lockVersion: state.lockVersion, state: state.state, status: state.status },
    },
  });
