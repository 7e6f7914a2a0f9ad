import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonRow } from './person-row.ts';

/** A programme by its permanent key; what it says stands in the versions of its definition. */
@Entity('programme')
@Unique(['key'])
@Index(['madeBy'])
export class ProgrammeRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  key: string;

  /** Who began it in the browser: may go on with it until it is published and says itself who may. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => PersonRow)
  madeBy: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
