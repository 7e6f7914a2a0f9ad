import type { Finding } from '../contract/finding.ts';
import type { ChangeClass, EffectView, PlanText, TouchedCase } from '../contract/wire/publication.ts';
import type { Model } from '../engine/model.ts';
import type { Sql } from '../storage/database.ts';
import type { RunningModel } from './models.ts';

/** A workflow whose rules change: by its own text, its form's, its programme's or its calendar's. */
export interface ChangedWorkflow {
  programme: string;
  key: string;
  /** The gravest of its changes. */
  class: ChangeClass;
  /** The version that is published now. Running cases may still stand on older ones. */
  before: RunningModel;
  after: Model;
}

/** The same with the new version under its ids, once it stands in the transaction. */
export interface FollowedWorkflow extends Omit<ChangedWorkflow, 'after'> {
  after: RunningModel;
}

/** A plan as it is proposed by equal names; `open` are the questions that a person must answer in it before it serves. */
export interface ProposedPlan extends PlanText {
  open: string[];
  /** Whether running cases would have no place without a plan. */
  needed: boolean;
  /** Where running cases stand now. */
  standing: { state: string; cases: number }[];
  /** How many running cases it is about. */
  running: number;
}

/** Plans, and whether due dates follow the new rules where a plan does not say. */
export interface GivenPlans {
  plans: readonly PlanText[];
  dates: 'move' | 'keep';
}

/** What plans would lead to. Errors among the findings stand in the way of publishing. */
export interface DryRun {
  effects: EffectView[];
  findings: Finding[];
}

/** A dry run as a table: one line a case, the titles above. `fingerprint` stands for every case with its lock. */
export interface DryRunTable {
  lines: string[][];
  fingerprint: string;
}

/** How far the cases of one publication have come. */
export interface Following {
  total: number;
  done: number;
  failed: TouchedCase[];
  isPaused: boolean;
}

/** One publication as running cases follow it. */
export interface ToFollow {
  publication: string;
  /** The publication that is undone by this one. */
  undoes: string | null;
  person: string | null;
  /** Whether the due dates of running cases follow new rules. */
  dates: 'move' | 'keep';
  plans: readonly PlanText[];
  workflows: readonly FollowedWorkflow[];
}

/**
 * How running cases go over to new versions. The gate asks before it publishes, and hands over inside its transaction;
 * everything that takes long is done afterwards, in chunks.
 */
export abstract class RunningCases {
  /** The plans that are needed before these changes can be published, and those by which cases could go to new states. */
  abstract proposals(sql: Sql, workflows: readonly ChangedWorkflow[], undoes: string | null): Promise<ProposedPlan[]>;

  /** What given plans would do to the running cases. Reads only, through `sql`, a snapshot of the data. */
  abstract dryRun(sql: Sql, workflows: readonly ChangedWorkflow[], given: GivenPlans): Promise<DryRun>;

  /** The same case by case, in words of a language. */
  abstract table(
    sql: Sql,
    workflows: readonly ChangedWorkflow[],
    given: GivenPlans & { language: string },
  ): Promise<DryRunTable>;

  /** Stores what must follow. Called inside the transaction that publishes. Answers how many cases will follow. */
  abstract follow(sql: Sql, wanted: ToFollow): Promise<{ total: number }>;

  /** By the id of the publication; nothing for those that no case follows. */
  abstract progress(publications: readonly string[]): Promise<ReadonlyMap<string, Following>>;

  /** Stops handing cases over, or goes on. */
  abstract pause(publication: string): Promise<void>;
  abstract resume(publication: string): Promise<void>;
}
