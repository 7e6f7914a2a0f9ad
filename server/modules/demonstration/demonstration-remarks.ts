import { Injectable } from '@nestjs/common';
import type { CellAddress } from '../../contract/wire/case.ts';
import { QueriesService } from '../cases/queries.service.ts';
import type { Identity } from '../identity.ts';
import { DemonstrationRepository, type StepCase } from './demonstration.repository.ts';
import type { ScriptStep } from './demonstration-script.ts';

type Remark = NonNullable<ScriptStep['remark']>;

/** The cell of a remark; its row is given by number, and has its permanent id by now. */
const addressIn = (data: Record<string, unknown>, { field, row }: Remark): CellAddress => {
  const [roster = '', ...inner] = field.split('.');
  const rows = data[roster];
  if (row === undefined || !Array.isArray(rows)) return { field };
  const { _id: id } = (rows[row] ?? {}) as { _id?: string };
  return { roster, field: inner.join('.'), ...(id !== undefined && { row: id }) };
};

/** Makes the remarks of a demonstration, each once. */
@Injectable()
export class DemonstrationRemarks {
  constructor(
    private readonly repository: DemonstrationRepository,
    private readonly queries: QueriesService,
  ) {}

  async make(who: Identity, { id, data }: StepCase, remark: Remark): Promise<void> {
    if (await this.repository.hasRemark(id, who.person.id, remark.text)) return;
    await this.queries.open(who, id, { address: addressIn(data, remark), text: remark.text });
  }
}
