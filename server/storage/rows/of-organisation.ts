import { Column } from 'typeorm';

/**
 * What row-level security reads: whose data a row is. Without an organisation it belongs to the programme as a whole.
 * Copied from the case when a row is written; a foreign key here would make every action lock the programme's one row.
 */
export abstract class OfOrganisation {
  @Column('uuid')
  programmeId: string;

  @Column('uuid', { nullable: true })
  organisationId: string | null;
}
