import { Column, CreateDateColumn, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A programme by its permanent key; what it says stands in the versions of its definition. */
@Entity('programme')
@Unique(['key'])
export class ProgrammeRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  key: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}
