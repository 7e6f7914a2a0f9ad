import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MigrationPlanRow } from './migration-plan-row.ts';
import { OfOrganisation } from './of-organisation.ts';

/**
 * One running case that follows a publication. `left`: it had ended, or stood on the new version already, when its turn
 * came. `before` is what it was, so that it can be taken back as long as nobody has touched it (`lockAfter`). A foreign key
 * to the case would lock every running case while publishing; cases are never deleted.
 */
@Entity('migration_item')
@Index(['caseId'])
@Index(['planId', 'chunk'], { where: `status = 'pending'` })
@Check('ck_migration_item_status', `status IN ('pending', 'done', 'failed', 'left')`)
@Check('ck_migration_item_finished', `(status = 'pending') = (finished_at IS NULL)`)
export class MigrationItemRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  @ForeignKey(() => MigrationPlanRow)
  planId: string;

  @PrimaryColumn('uuid')
  caseId: string;

  /** Cases of one organisation go together, so that they see each other's new dates. */
  @Column('integer')
  chunk: number;

  /** As it was when the publication was made. */
  @Column('integer')
  lockVersion: number;

  @Column('uuid')
  fromVersionId: string;

  @Column('text')
  fromState: string;

  @Column('text', { default: 'pending' })
  status: string;

  @Column('text', { nullable: true })
  toState: string | null;

  /** Somebody acted on it after the publication; it was carried over as it stood then. */
  @Column('boolean', { default: false })
  movedSince: boolean;

  /** Why it could not be carried over. */
  @Column('jsonb', { nullable: true })
  problem: { 'zh-CN': string; en: string } | null;

  @Column('jsonb', { nullable: true })
  before: unknown;

  @Column('integer', { nullable: true })
  lockAfter: number | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;
}
