import { Injectable } from '@nestjs/common';
import { startAfter } from '../../engine/start-rule.ts';
import { CaseStateRepository } from '../cases/case-state.repository.ts';
import { PublishedWorkflows } from '../cases/published-workflows.ts';
import type { BeginOrder } from '../outbox-topics.ts';
import { BeginService } from './begin.service.ts';
import { StartFacts } from './start-facts.service.ts';
import { StartsRepository } from './starts.repository.ts';

const PLAIN = { organisation: true, siblings: false, previous: false, files: false };

/** Cases that begin after a case of another workflow. */
@Injectable()
export class AfterService {
  constructor(
    private readonly workflows: PublishedWorkflows,
    private readonly states: CaseStateRepository,
    private readonly starts: StartsRepository,
    private readonly facts: StartFacts,
    private readonly begin: BeginService,
  ) {}

  /** Begins the case in the organisation of the one that it comes from; nothing where that was done before. */
  async follow({ case: source, workflow }: BeginOrder): Promise<void> {
    const published = await this.workflows.read();
    const running = published.find(({ workflowId }) => workflowId === workflow);
    const [state] = await this.states.readAll([source], PLAIN);
    if (running === undefined || state === undefined || startAfter(running.model.workflow) === null) return;
    const now = await this.starts.now();
    const isOfProgramme = running.model.workflow.subject.per.includes('programme');
    const organisation =
      isOfProgramme || state.organisation === null ? null : this.facts.today(state.organisation, { running, now });
    if (organisation === null && !isOfProgramme) return;
    const { facts } = await this.facts.wish({ running, organisation, person: null, now });
    const subjectKey = `after/${source}`;
    const commandKey = `begin:${workflow}:${source}`;
    const one = this.begin.prepare({
      ...{ running, organisation, facts, now, source, subjectKey, commandKey },
      actor: null,
      answer: () => null,
    });
    await this.begin.create(one, now);
  }
}
