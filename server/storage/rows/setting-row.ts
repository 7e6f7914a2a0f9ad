import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A value of the installation that outlives a restart, for example how far a demonstration's clock was moved. */
@Entity('setting')
export class SettingRow {
  @PrimaryColumn('text')
  key: string;

  @Column('jsonb')
  value: unknown;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;
}
