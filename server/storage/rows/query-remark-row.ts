import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OfOrganisation } from './of-organisation.ts';
import { PersonRow } from './person-row.ts';
import { QueryRow } from './query-row.ts';

/** One thing said about a cell: the remark that opened a query, and each answer to it. */
@Entity('query_remark')
@Index(['queryId'])
export class QueryRemarkRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => QueryRow)
  queryId: string;

  @Column('uuid')
  @ForeignKey(() => PersonRow)
  personId: string;

  @Column('text')
  text: string;

  @Column('timestamptz')
  at: Date;
}
