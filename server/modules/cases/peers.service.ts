import { Injectable } from '@nestjs/common';
import { actionsNamed } from '../../engine/action.ts';
import { dayAt } from '../../engine/calendar.ts';
import type { Case, Instant } from '../../engine/case.ts';
import type { Command, PeerCase } from '../../engine/command.ts';
import { quotaLocks } from '../../engine/quota.ts';
import type { Sql } from '../../storage/database.ts';
import { Models, type RunningModel } from '../models.ts';
import { organisationOn } from './organisation-facts.ts';
import { PeersRepository } from './peers.repository.ts';

/** A case of a running workflow at an instant. */
export interface Standing {
  running: RunningModel;
  case: Case;
  now: Instant;
}

/** The other cases as they stand while nobody else can be received into the same limits. */
export interface Held {
  peers: PeerCase[];
  sql: Sql;
}

/** The cases of a workflow as its limits see them. */
@Injectable()
export class PeersService {
  constructor(
    private readonly models: Models,
    private readonly repository: PeersRepository,
  ) {}

  /** What limits count beside the case; undefined where the workflow has none. */
  async of({ running, case: current, now }: Standing, sql?: Sql): Promise<PeerCase[] | undefined> {
    const quotas = Object.values(running.model.workflow.quotas ?? {});
    if (quotas.length === 0) return undefined;
    const isOwn = quotas.every(({ by }) => by.includes('organisation'));
    const rows = await this.repository.peers(
      running.workflowId,
      isOwn ? (current.organisation?.id ?? null) : null,
      sql,
    );
    const ids = [...new Set(rows.flatMap(({ organisationId }) => organisationId ?? []))];
    const day = dayAt(now, running.model.programme.zone);
    const facts = await this.repository.organisations(ids, sql);
    const organisations = new Map(facts.map((one) => [one.id, organisationOn(one, day)]));
    const states = await this.statesOf(running, new Set(rows.map(({ versionId }) => versionId)), sql !== undefined);
    return rows.map(({ versionId, organisationId, ...one }) => ({
      ...one,
      submitted: true,
      final: (states.get(versionId) ?? running.model.workflow.states)[one.state]?.final ?? null,
      organisation: organisationId === null ? null : (organisations.get(organisationId) ?? null),
    }));
  }

  /**
   * Decides on a report while the groups of the limits that it may touch are held, so that two cannot both take the last
   * place. Everything else is decided at once, with nothing held.
   */
  async holding<Result>(
    standing: Standing,
    command: Command,
    work: (held: Held | null) => Promise<Result>,
  ): Promise<Result> {
    const { running, case: current, now } = standing;
    const isReceipt =
      command.type === 'act' &&
      actionsNamed(running.model.workflow, command.action).some(({ kind }) => kind === 'submit');
    const names = isReceipt ? locksOf(running, current, now) : [];
    if (names.length === 0) return work(null);
    return this.repository.holding(names, async (sql) => work({ sql, peers: (await this.of(standing, sql)) ?? [] }));
  }

  /** Versions are read beforehand: while something is held no second connection may be asked for. */
  private async statesOf(
    running: RunningModel,
    versions: ReadonlySet<string>,
    isHeld: boolean,
  ): Promise<Map<string, RunningModel['model']['workflow']['states']>> {
    const others = isHeld ? [] : [...versions].filter((id) => id !== running.versionId);
    const models = await Promise.all(others.map((id) => this.models.byVersion(id)));
    for (const one of models) this.known.set(one.versionId, one.model.workflow.states);
    return this.known;
  }

  private readonly known = new Map<string, RunningModel['model']['workflow']['states']>();
}

/** Names of what is held while limits are judged, each workflow's its own, in a fixed order. */
export const locksOf = (running: RunningModel, current: Case, now: Instant): string[] =>
  quotaLocks(running.model, current, now).map(
    (name) => `quota ${running.workflowId} ${name.replaceAll('\u0000', ' ')}`,
  );
