import { Check, Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** Bytes that are kept on disk under their SHA-256. The row is committed only after the file has reached the disk. */
@Entity('file')
@Check('ck_file_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_file_size', 'size >= 0')
export class FileRow {
  @PrimaryColumn('text')
  sha256: string;

  @Column('integer')
  size: number;

  /** The kind as measured from the content. */
  @Column('text')
  type: string;

  @CreateDateColumn({ type: 'timestamptz' })
  storedAt: Date;
}
