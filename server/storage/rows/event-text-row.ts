import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CaseRow } from './case-row.ts';
import { OfOrganisation } from './of-organisation.ts';

/** What a person wrote beside an event. May be erased without breaking the chain, which holds only a salted digest. */
@Entity('event_text')
export class EventTextRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  @ForeignKey(() => CaseRow)
  caseId: string;

  @PrimaryColumn('integer')
  seq: number;

  @Column('text')
  salt: string;

  @Column('text')
  comment: string;
}
