import { Check, Column, CreateDateColumn, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { DefinitionRow } from './definition-row.ts';
import { DefinitionVersionRow } from './definition-version-row.ts';

/** How the running cases of one workflow follow one publication. `source` is the text of a plan where one was given. */
@Entity('migration_plan')
@Unique(['publicationId', 'workflowId'])
@Check('ck_migration_plan_dates', `dates IN ('move', 'keep')`)
@Check('ck_migration_plan_status', `status IN ('applying', 'paused')`)
export class MigrationPlanRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  publicationId: string;

  @Column('uuid')
  @ForeignKey(() => DefinitionRow)
  workflowId: string;

  @Column('uuid')
  @ForeignKey(() => DefinitionVersionRow)
  toVersionId: string;

  /** Whether due dates of running cases follow new rules. */
  @Column('text')
  dates: string;

  @Column('text', { nullable: true })
  source: string | null;

  /** The publication that is taken back by this one. */
  @Column('uuid', { nullable: true })
  undoes: string | null;

  @Column('text', { default: 'applying' })
  status: string;

  /** How often it was handed to the queue: grows each time somebody lets it go on. */
  @Column('integer', { default: 1 })
  round: number;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
