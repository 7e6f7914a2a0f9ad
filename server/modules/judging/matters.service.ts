import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { textIn } from '../../contract/text.ts';
import type { CloseMatter, MattersView, OpenMatter } from '../../contract/wire/matter.ts';
import { mask, maskValue } from '../../engine/form/mask.ts';
import { closingRefused, isPublicNow, openingRefused, seesMatters } from '../../engine/judging/matter.ts';
import type { Situation } from '../../engine/situation.ts';
import { CommandService, type Seen } from '../cases/command.service.ts';
import { type Note, NotesService } from '../cases/notes.service.ts';
import { refusalError } from '../cases/refusals.ts';
import { refuseUnstorable } from '../cases/storable.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { Models } from '../models.ts';
import { matterNotice } from './matter-notice.ts';
import { MattersRepository, type StoredMatter } from './matters.repository.ts';
import { detailsOf, fieldsOf, SheetsService } from './sheets.service.ts';

const situationOf = ({ running, case: current, facts, now }: Seen): Situation => ({
  model: running.model,
  case: current,
  facts,
  now,
});

const closedAlready = (): DomainError =>
  new DomainError('conflict', { zh: '该事项已答复', en: 'This matter is closed already' });

/** Side records of a case, from opening to the answer. */
@Injectable()
export class MattersService {
  constructor(
    private readonly commands: CommandService,
    private readonly notes: NotesService,
    private readonly matters: MattersRepository,
    private readonly sheets: SheetsService,
    private readonly models: Models,
  ) {}

  view(who: Identity, caseId: string, language: string): Promise<MattersView> {
    return this.commands.asking(who, async (asker) => {
      const seen = await this.commands.see(caseId, asker);
      const rules = Object.entries(seen.running.model.workflow.matters ?? {});
      const situation = situationOf(seen);
      const stored = rules.length === 0 ? [] : await this.matters.all(asker.tenant, caseId);
      const shown = stored.filter((one) => {
        const rule = seen.running.model.workflow.matters?.[one.kind];
        return one.person === who.person.id || (rule !== undefined && seesMatters(situation, rule));
      });
      const open = rules.filter(([kind]) => openingRefused(situation, kind) === null);
      const links = rules.filter(([, rule]) => seesMatters(situation, rule) && isPublicNow(rule, seen.case));
      return {
        matters: await Promise.all(shown.map((one) => this.shown(seen, one, language))),
        mayOpen: await Promise.all(
          open.map(async ([kind, { title, form }]) => ({
            kind,
            title: textIn(title, language),
            fields:
              form === undefined
                ? []
                : fieldsOf((await this.sheets.form(seen.running.programmeId, form)).form, language),
          })),
        ),
        links: links.map(([kind, { title }]) => ({
          kind,
          title: textIn(title, language),
          path: `/objections/${caseId}/${kind}`,
        })),
      };
    });
  }

  open({ who, caseId, language }: Asked, { kind, text, data }: OpenMatter): Promise<{ id: string }> {
    refuseUnstorable([text, data ?? {}]);
    return this.notes.note({ who, caseId }, async (seen): Promise<Note<{ id: string }>> => {
      const reason = openingRefused(situationOf(seen), kind);
      if (reason !== null) throw refusalError({ kind: 'refused', reason, messages: [], issues: [] }, language);
      const id = uuid();
      const form = await this.filled(seen, kind, { data: data ?? {}, language });
      const matter = { kind: 'open' as const, id, key: kind, text, form, person: who.person.id, stranger: null };
      const outbox = matterNotice(seen, { about: 'matter-opened', kind, id, person: who.person.id });
      return { type: 'matter-opened', payload: { matter: id, kind }, text, rows: { matter, outbox }, answer: { id } };
    });
  }

  /** The answer closes it. */
  close({ who, caseId, language }: Asked, id: string, { answer }: CloseMatter): Promise<{ id: string }> {
    refuseUnstorable(answer);
    return this.notes.note({ who, caseId }, async (seen, tenant): Promise<Note<{ id: string }>> => {
      const found = (await this.matters.all(tenant, caseId)).find((one) => one.id === id);
      if (found === undefined) throw new DomainError('not-found');
      const reason = closingRefused(situationOf(seen), found.kind);
      if (reason !== null) throw refusalError({ kind: 'refused', reason, messages: [], issues: [] }, language);
      if (found.status === 'closed') throw closedAlready();
      const matter = { kind: 'close' as const, id, answer, person: who.person.id };
      const outbox = matterNotice(seen, { about: 'matter-closed', kind: found.kind, id, person: who.person.id });
      const payload = { matter: id, kind: found.kind };
      return { type: 'matter-closed', payload, text: answer, rows: { matter, outbox }, answer: { id } };
    });
  }

  private async filled(
    seen: Seen,
    kind: string,
    given: { data: Record<string, unknown>; language: string },
  ): Promise<{ version: string; data: Record<string, unknown> } | null> {
    const form = seen.running.model.workflow.matters?.[kind]?.form;
    if (form === undefined) return null;
    const checked = await this.sheets.check(seen, form, given);
    const issues = checked.issues.filter(({ severity }) => severity === 'error');
    if (issues.length > 0)
      throw refusalError({ kind: 'refused', reason: 'form-invalid', messages: [], issues }, given.language);
    return { version: checked.formVersion, data: checked.data };
  }

  /** Names, ways to be reached and private fields are masked: what is decided is the matter, not the person. */
  private async shown(seen: Seen, stored: StoredMatter, language: string): Promise<MattersView['matters'][number]> {
    const { id, kind, status, text, answer, closedBy, stranger, contact } = stored;
    const form = stored.formVersion === null ? null : (await this.models.formOf(stored.formVersion)).form;
    const data = form === null ? {} : mask(form, stored.data ?? {}).data;
    return {
      id,
      kind,
      kindTitle: textIn(seen.running.model.workflow.matters?.[kind]?.title, language) || kind,
      status,
      text,
      fields: form === null ? [] : detailsOf(form, data, { roster: null, language }),
      by: stored.name ?? maskValue('name', stranger ?? ''),
      isPublic: stored.person === null,
      contact: contact === null ? null : maskValue('phone', contact),
      openedAt: stored.openedAt.toISOString(),
      answer,
      closedBy,
      closedAt: stored.closedAt?.toISOString() ?? null,
      mayClose: status === 'open' && closingRefused(situationOf(seen), kind) === null,
    };
  }
}

interface Asked {
  who: Identity;
  caseId: string;
  language: string;
}
