import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { LocalText } from '../../contract/text.ts';
import { DefinitionRow } from './definition-row.ts';
import { DefinitionVersionRow } from './definition-version-row.ts';
import { OfOrganisation } from './of-organisation.ts';
import { OrganisationRow } from './organisation-row.ts';
import { ProgrammeRow } from './programme-row.ts';

/**
 * One run of a workflow for one organisation (and one period). `subjectKey` says for whom and for when, once a workflow.
 * `lockVersion` grows with every step, `eventSeq` with every line of the history, whose last hash is `eventHash`.
 */
@Entity('case_')
@ForeignKey(() => ProgrammeRow, ['programmeId'], ['id'])
@ForeignKey(() => OrganisationRow, ['organisationId'], ['id'])
@Unique(['workflowId', 'subjectKey'])
@Index(['organisationId', 'workflowId'])
@Index(['programmeId', 'workflowId', 'state'])
@Index(['workflowId', 'startedBy'], { where: 'started_by IS NOT NULL' })
@Check('ck_case_status', `status IN ('upcoming', 'open', 'done', 'exempt', 'cancelled')`)
@Check('ck_case_counts', 'visit >= 0 AND lock_version >= 0 AND submission >= 0 AND event_seq >= 0')
@Check('ck_case_period', '(period_key IS NULL) = (period IS NULL)')
@Check('ck_case_judged', '(judged_at IS NULL) = (late IS NULL) AND (judged_at IS NULL) = (in_grace IS NULL)')
@Check('ck_case_receipt', 'receipt <= submission AND judged_submission <= submission')
@Check('ck_case_late_or_in_grace', 'NOT (late AND in_grace)')
export class CaseRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => DefinitionRow)
  workflowId: string;

  @Column('uuid')
  @ForeignKey(() => DefinitionVersionRow)
  workflowVersionId: string;

  @Column('uuid')
  @ForeignKey(() => DefinitionVersionRow)
  formVersionId: string;

  @Column('text')
  subjectKey: string;

  @Column('text', { nullable: true })
  periodKey: string | null;

  /** Title, first, last and due day of the window; its days may be moved, its key may not. */
  @Column('jsonb', { nullable: true })
  period: { title: LocalText; from: string; to: string; due: string } | null;

  @Column('text')
  state: string;

  @Column('integer', { default: 0 })
  visit: number;

  @Column('integer', { default: 0 })
  lockVersion: number;

  @Column('text')
  status: string;

  @Column('timestamptz', { nullable: true })
  opensAt: Date | null;

  @Column('timestamptz')
  enteredAt: Date;

  /** The nearest due date of the present visit, else of the report: for lists. */
  @Column('timestamptz', { nullable: true })
  due: Date | null;

  @Column('timestamptz', { nullable: true })
  graceUntil: Date | null;

  /** When the report is or was due, extensions included. */
  @Column('timestamptz', { nullable: true })
  reportDue: Date | null;

  /** The deadlines of the present visit, instants in milliseconds. */
  @Column('jsonb', { default: [] })
  deadlines: unknown[];

  /** Due dates that a later visit takes up again, by deadline. */
  @Column('jsonb', { default: {} })
  kept: Record<string, number>;

  @Column('integer', { default: 0 })
  submission: number;

  /** The version that counts as received. */
  @Column('integer', { nullable: true })
  receipt: number | null;

  @Column('boolean', { default: false })
  zero: boolean;

  @Column('boolean', { default: false })
  proxy: boolean;

  @Column('timestamptz', { nullable: true })
  judgedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  judgedDue: Date | null;

  @Column('integer', { nullable: true })
  judgedSubmission: number | null;

  @Column('boolean', { nullable: true })
  late: boolean | null;

  @Column('boolean', { nullable: true })
  inGrace: boolean | null;

  @Column('jsonb', { default: [] })
  deeds: { actor: string; action: string; person: string }[];

  @Column('uuid', { array: true, default: '{}' })
  savedBy: string[];

  @Column('text', { array: true, default: '{}' })
  marks: string[];

  @Column('jsonb', { default: {} })
  metrics: Record<string, unknown>;

  /** Who began it; null where publishing, another case or somebody without an account did. */
  @Column('uuid', { nullable: true })
  startedBy: string | null;

  /** Null where publishing made it. */
  @Column('timestamptz', { nullable: true })
  startedAt: Date | null;

  /** The case after which it began. */
  @Column('uuid', { nullable: true })
  sourceId: string | null;

  @Column('integer', { default: 0 })
  eventSeq: number;

  @Column('text', { default: '' })
  eventHash: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
