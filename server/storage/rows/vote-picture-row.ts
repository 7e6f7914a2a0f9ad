import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A picture that the public sees, made anew from an upload. */
@Entity('vote_picture')
@Index(['sha256'])
@Check('ck_vote_picture_sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
export class VotePictureRow {
  /** SHA-256 of the upload, as hex. */
  @PrimaryColumn('text')
  original: string;

  /** Of the large one, as hex. */
  @Column('text')
  sha256: string;

  @Column('bytea')
  large: Buffer;

  @Column('bytea')
  small: Buffer;
}
