import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DefinitionRow } from './definition-row.ts';
import { OfOrganisation } from './of-organisation.ts';
import { OrganisationRow } from './organisation-row.ts';
import { ProgrammeRow } from './programme-row.ts';

/** How an organisation's whole series was judged; judged again whenever the series changes. */
@Entity('settlement')
@ForeignKey(() => ProgrammeRow, ['programmeId'], ['id'])
@ForeignKey(() => OrganisationRow, ['organisationId'], ['id'])
@Index('uq_settlement', { synchronize: false })
@Check('ck_settlement_status', `status IN ('met', 'unmet')`)
export class SettlementRow extends OfOrganisation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  @ForeignKey(() => DefinitionRow)
  workflowId: string;

  @Column('text')
  status: string;

  @Column('jsonb')
  messages: unknown[];

  @Column('timestamptz')
  judgedAt: Date;
}
