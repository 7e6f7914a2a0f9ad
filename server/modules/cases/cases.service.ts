import { Injectable } from '@nestjs/common';
import type { CaseQuery, CaseSummary, CaseView } from '../../contract/wire/case.ts';
import type { Page } from '../../contract/wire/page.ts';
import { actionsOf } from '../../engine/action.ts';
import { dayAt } from '../../engine/calendar.ts';
import type { Organisation } from '../../engine/case.ts';
import { submitters } from '../../engine/standing.ts';
import type { Identity } from '../identity.ts';
import { Models, type RunningModel } from '../models.ts';
import { type CaseFilter, CaseListRepository } from './case-list.repository.ts';
import { type ActorChoice, type CaseReach, caseReach, needsOrganisations } from './case-reach.ts';
import { CaseExtrasRepository } from './case-extras.repository.ts';
import { summarised, summaryOf } from './case-summary.ts';
import { viewOf } from './case-view.ts';
import { CommandService } from './command.service.ts';
import { GatheredViewService } from './gathered-view.service.ts';
import { organisationOn } from './organisation-facts.ts';
import { shownFormOf } from './shown-form.ts';
import { PublishedWorkflows } from './published-workflows.ts';
import { tenantOf } from './visibility.ts';

const everybody: ActorChoice = () => true;
const whoSubmits: ActorChoice = ({ model }, actor) => submitters(model).includes(actor);
const whoJudges: ActorChoice = (running, actor) => judgedStates(running, actor).length > 0;

/** States that are not final in which the actor decides something, or has a task. */
const judgedStates = ({ model }: RunningModel, actor: string): string[] =>
  Object.entries(model.workflow.states).flatMap(([key, state]) => {
    if (state.final !== undefined) return [];
    const decides = actionsOf(state).some(
      ([, { kind, by }]) => by.includes(actor) && kind !== 'submit' && kind !== 'zero' && kind !== 'withdraw',
    );
    const hasTask = Object.values(state.tasks ?? {}).some(({ actors }) => actors.includes(actor));
    return decides || hasTask ? [key] : [];
  });

const CHOICES: Record<CaseQuery['for'], ActorChoice> = { all: everybody, mine: whoSubmits, review: whoJudges };

/** Lists of cases as a person sees them. */
@Injectable()
export class CasesService {
  constructor(
    private readonly models: Models,
    private readonly workflows: PublishedWorkflows,
    private readonly lists: CaseListRepository,
    private readonly commands: CommandService,
    private readonly extras: CaseExtrasRepository,
    private readonly gathering: GatheredViewService,
  ) {}

  /** The page of one case. */
  view(who: Identity, caseId: string, language: string): Promise<CaseView> {
    return this.commands.asking(who, async (asker) => {
      const seen = await this.commands.see(caseId, asker);
      const extras = await this.extras.read(asker.tenant, caseId);
      const shownForm = await shownFormOf(this.models, seen);
      const gathered = await this.gathering.of(seen, { who, language });
      return viewOf({ seen, extras, who, language, shownForm, gathered });
    });
  }

  async page(who: Identity, query: CaseQuery, language: string): Promise<Page<CaseSummary>> {
    const { page, size, sort } = query;
    const published = await this.workflows.now();
    const filter = filterOf(query, published, who);
    if (filter === null) return { rows: [], total: 0, page, size };
    const tenant = tenantOf(who, published);
    const reach = await this.reach(who, published, CHOICES[query.for]);
    const rows = await this.lists.rows(tenant, reach, { filter, sort, page, size });
    const summaries = rows.map(async (row) => {
      const running = await this.models.byVersion(row.workflowVersionId);
      return summaryOf(summarised(row, running, who), language);
    });
    return {
      rows: await Promise.all(summaries),
      total: await this.lists.count(tenant, reach, filter),
      page,
      size,
    };
  }

  /** Which cases the person reaches as one of the chosen actors. */
  async reach(who: Identity, published: readonly RunningModel[], choice: ActorChoice): Promise<CaseReach> {
    const organisations = needsOrganisations(who, published, choice) ? await this.organisations() : [];
    return caseReach(who, published, { choice, organisations });
  }

  private async organisations(): Promise<Organisation[]> {
    const { organisations, now } = await this.lists.organisations();
    const day = dayAt(now.getTime(), 'UTC');
    return organisations.map((facts) => organisationOn(facts, day));
  }
}

/** Keys of the query as ids of what is published; null where one of them names nothing. */
const filterOf = (query: CaseQuery, published: readonly RunningModel[], who: Identity): CaseFilter | null => {
  const inProgramme = published.filter(
    ({ model }) => query.programme === undefined || model.programme.key === query.programme,
  );
  const found = inProgramme.filter(
    ({ model }) => query.workflow === undefined || model.workflow.key === query.workflow,
  );
  if (found.length === 0) return null;
  return {
    ...(query.programme !== undefined && { programme: found[0]?.programmeId }),
    ...(query.workflow !== undefined && { workflows: found.map(({ workflowId }) => workflowId) }),
    organisation: query.organisation,
    period: query.period,
    state: query.state,
    status: query.status ?? (query.for === 'review' ? 'open' : undefined),
    text: query.q,
    states: query.for === 'review' ? statesToJudge(found, who) : undefined,
  };
};

/** Where somebody with the person's roles decides something. */
const statesToJudge = (published: readonly RunningModel[], who: Identity): { workflow: string; state: string }[] =>
  published.flatMap((running) => {
    const { actors } = running.model.workflow;
    const held = who.memberships.filter(({ programmeId }) => programmeId === running.programmeId);
    const mine = Object.entries(actors).flatMap(([key, actor]) => {
      const roles =
        'role' in actor ? [actor.role] : 'for' in actor ? Object.values(actor.for).map(({ role }) => role) : [];
      return 'person' in actor || held.some(({ role }) => roles.includes(role)) ? [key] : [];
    });
    const states = new Set(mine.flatMap((actor) => judgedStates(running, actor)));
    return [...states].map((state) => ({ workflow: running.workflowId, state }));
  });
