import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProgrammeRow } from './programme-row.ts';

/** The permanent identity of a form, workflow, calendar ..; `programmeId` is null for what stands outside programmes. */
@Entity('definition')
@Index('uq_definition_programme_kind_key', { synchronize: false })
@Check('ck_definition_kind', `kind IN ('Programme', 'Form', 'Workflow', 'Calendar', 'Scenario', 'Demonstration')`)
export class DefinitionRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => ProgrammeRow)
  programmeId: string | null;

  @Column('text')
  kind: string;

  @Column('text')
  key: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
