import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How often something was tried in a window of time, by a digest of who tried what. */
@Entity('attempt')
export class AttemptRow {
  @PrimaryColumn('text')
  key: string;

  @Column('integer')
  n: number;

  @Index()
  @Column('timestamptz')
  until: Date;
}
