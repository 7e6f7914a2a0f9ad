import { Injectable } from '@nestjs/common';
import type { Change, EventView, SubmissionRow, SubmissionView } from '../../contract/wire/case.ts';
import { textIn } from '../../contract/text.ts';
import type { Actor } from '../../contract/definition/actor.ts';
import { actionsNamed } from '../../engine/action.ts';
import { available } from '../../engine/available.ts';
import { difference } from '../../engine/form/difference.ts';
import { splitOrphans } from '../../engine/migration/orphans.ts';
import type { Model } from '../../engine/model.ts';
import { visible } from '../../engine/visible.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { Models } from '../models.ts';
import { rightsIn } from './case-view.ts';
import { CommandService, type Seen } from './command.service.ts';
import { eventTitle } from './event-titles.ts';
import { type FrozenFacts, type HistoryLine, HistoryRepository } from './history.repository.ts';
import { isMaskedFor, maskedChanges, shown } from './masking.ts';

const possibleIn = (seen: Seen) => available(seen.running.model, seen.case, seen.facts, seen.now);
const readOf = (seen: Seen) => rightsIn(seen, possibleIn(seen)).read;

/** What other judges said, which is hidden from a judge whose own part is not done. */
const isOtherJudges = ({ type, personId }: HistoryLine, who: Identity): boolean =>
  (type === 'judged' || type === 'recused') && personId !== who.person.id;

const roleTitle = ({ workflow, programme }: Model, actor: string | null, language: string): string | null => {
  const rule: Actor | undefined = actor === null ? undefined : workflow.actors[actor];
  if (rule === undefined) return null;
  const role = 'role' in rule ? programme.roles[rule.role]?.title : undefined;
  return textIn(rule.title ?? role, language) || null;
};

const reasonTitles = ({ workflow }: Model, language: string): Map<string, string> =>
  new Map(
    Object.values(workflow.states)
      .flatMap(({ on }) => Object.values(on ?? {}))
      .flatMap((action) => ('reasons' in action ? (action.reasons ?? []) : []))
      .map(({ code, title }) => [code, textIn(title, language)]),
  );

const titleOf = ({ workflow }: Model, { type, action }: HistoryLine, language: string): string => {
  const [found] = action === null ? [] : actionsNamed(workflow, action);
  return found === undefined ? eventTitle(type, language) : textIn(found.title, language);
};

/** The past of a case, told with the definitions of its time. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly commands: CommandService,
    private readonly history: HistoryRepository,
    private readonly models: Models,
  ) {}

  events(who: Identity, caseId: string, language: string): Promise<EventView[]> {
    return this.commands.asking(who, async (asker) => {
      const seen = await this.commands.see(caseId, asker);
      const lines = await this.history.events(asker.tenant, caseId);
      const isOpenToRead = readOf(seen) !== 'none';
      const { isBlind } = possibleIn(seen);
      return Promise.all(
        lines.map((line) => {
          const isToldTo = isOpenToRead && !(isBlind && isOtherJudges(line, who));
          return this.eventIn(line, { seen, isOpenToRead: isToldTo, language });
        }),
      );
    });
  }

  submissions(who: Identity, caseId: string): Promise<SubmissionRow[]> {
    return this.commands.asking(who, async (asker) => {
      await this.commands.see(caseId, asker);
      const frozen = await this.history.submissions(asker.tenant, caseId);
      return frozen.map(rowOf);
    });
  }

  submission(who: Identity, caseId: string, n: number): Promise<SubmissionView> {
    return this.commands.asking(who, async (asker) => {
      const seen = await this.commands.see(caseId, asker);
      const [frozen] = await this.history.versions(asker.tenant, caseId, [n]);
      if (frozen === undefined) throw new DomainError('not-found');
      const { form } = await this.models.formOf(frozen.formVersionId);
      const { data } = splitOrphans(form, frozen.data);
      return { ...rowOf(frozen), ...shown(seen, visible(data, readOf(seen)), form) };
    });
  }

  /** What changed from one version to another; rows are matched by their id. */
  difference(who: Identity, caseId: string, { from, to }: { from: number; to: number }): Promise<Change[]> {
    return this.commands.asking(who, async (asker) => {
      const seen = await this.commands.see(caseId, asker);
      const versions = await this.history.versions(asker.tenant, caseId, [from, to]);
      const [before, after] = [from, to].map((n) => versions.find((version) => version.n === n));
      if (before === undefined || after === undefined) throw new DomainError('not-found');
      const { form } = seen.running.model;
      const forms = await Promise.all(
        [before, after].map(async (version) => (await this.models.formOf(version.formVersionId)).form),
      );
      const [old, now] = [before, after].map(({ data }, index) => splitOrphans(forms[index] ?? form, data).data);
      const read = readOf(seen);
      const changes = difference(form, visible(old ?? {}, read), visible(now ?? {}, read));
      return isMaskedFor(seen) ? maskedChanges([form, ...forms], changes) : changes;
    });
  }

  private async eventIn(
    line: HistoryLine,
    { seen, isOpenToRead, language }: { seen: Seen; isOpenToRead: boolean; language: string },
  ): Promise<EventView> {
    const { model } = await this.models.byVersion(line.versionId);
    const reasons = reasonTitles(model, language);
    return {
      seq: line.seq,
      type: line.type,
      title: titleOf(model, line, language),
      action: line.action,
      from: line.from,
      to: line.to,
      by: line.by,
      role: roleTitle(model, line.actor, language),
      onBehalfOf: line.onBehalf ? (seen.case.organisation?.title ?? null) : null,
      comment: isOpenToRead ? line.comment : null,
      reasons: isOpenToRead ? line.reasons.map((code) => reasons.get(code) ?? code) : [],
      at: line.at.toISOString(),
      hash: line.hash,
    };
  }
}

const rowOf = ({ n, savedBy, savedAt, zero, formVersionId }: Omit<FrozenFacts, 'data'>): SubmissionRow => ({
  n,
  savedBy: savedBy ?? '',
  savedAt: savedAt.toISOString(),
  zero,
  formVersion: formVersionId,
});
