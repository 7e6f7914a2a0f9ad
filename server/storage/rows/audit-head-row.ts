import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The end of the audit chain: one row, whose update puts writers into a line. */
@Entity('audit_head')
@Check('ck_audit_head_single', 'id = 1')
export class AuditHeadRow {
  @PrimaryColumn('integer')
  id: number;

  @Column('integer')
  seq: number;

  @Column('text')
  hash: string;
}
