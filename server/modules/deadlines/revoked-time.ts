import { Injectable } from '@nestjs/common';
import type { DeadlineChanged } from '../../contract/wire/deadline.ts';
import { ActionsService } from '../cases/actions.service.ts';
import { DomainError } from '../domain-error.ts';
import { PublishedProgrammes } from '../published-programmes.ts';
import type { Asked } from './deadline-changes.service.ts';
import { DeadlinesRepository } from './deadlines.repository.ts';

const NONE_OPEN = {
  zh: '该单位的事项已经办结，延期不再起作用，无需撤销',
  en: 'The organisation has no case under way any more: there is nothing to take back',
};

/** Takes back the time that one organisation was granted, with a reason that stands in the case's history. */
@Injectable()
export class RevokedTime {
  constructor(
    private readonly programmes: PublishedProgrammes,
    private readonly repository: DeadlinesRepository,
    private readonly actions: ActionsService,
  ) {}

  async revoke(
    { who, programme, language }: Asked,
    { id, reason }: { id: string; reason: string },
  ): Promise<DeadlineChanged> {
    const known = (await this.programmes.all()).find(({ key }) => key === programme);
    const extension =
      known === undefined ? undefined : (await this.repository.extensions(known.id)).find((one) => one.id === id);
    if (extension === undefined) throw new DomainError('not-found');
    const { workflowId, organisation, period, deadline } = extension;
    const cases = (await this.repository.ofWorkflow(workflowId, false)).filter(
      (row) =>
        row.organisationId === organisation &&
        row.periodKey === period &&
        (row.status === 'open' || row.status === 'upcoming'),
    );
    if (cases.length === 0) throw new DomainError('refused', NONE_OPEN);
    for (const { id: caseId } of cases)
      await this.actions.revokeExtension({ who, caseId, key: undefined, language }, { deadline, reason });
    return { version: null, moved: cases.length };
  }
}
