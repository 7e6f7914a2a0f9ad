import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { DefinitionVersionRow } from './definition-version-row.ts';
import { OfOrganisation } from './of-organisation.ts';
import { PersonRow } from './person-row.ts';

/** The sheet of one judge for one subject, in one visit to the state; never changed once it is finished. */
@Entity('mark')
export class MarkRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  @ForeignKey(() => CaseRow)
  caseId: string;

  @PrimaryColumn('integer')
  visit: number;

  /** Which marks of the workflow. */
  @PrimaryColumn('text')
  key: string;

  @PrimaryColumn('text')
  subject: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => PersonRow)
  personId: string;

  @Column('uuid')
  @ForeignKey(() => DefinitionVersionRow)
  formVersionId: string;

  @Column('jsonb')
  data: unknown;

  @Column('timestamptz')
  savedAt: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;
}
