import { Injectable } from '@nestjs/common';
import type { GatheredCases } from '../../contract/wire/gathered.ts';
import { textIn } from '../../contract/text.ts';
import { actorsOf } from '../../engine/actor.ts';
import type { Entry } from '../../engine/command.ts';
import { shown } from '../../engine/ballot/contender.ts';
import type { Identity } from '../identity.ts';
import { Models, type RunningModel } from '../models.ts';
import { type CaseState, CaseStateRepository } from './case-state.repository.ts';
import type { Seen } from './command.service.ts';
import { caseFrom, presentData } from './facts.ts';
import { personOf } from './visibility.ts';

const MOST_LISTED = 200;

const BARE = { organisation: true, siblings: false, previous: false, files: false };

interface Viewer {
  who: Identity;
  language: string;
}

/** The list of what a case gathers: each as it stands now, with a way in for whoever may see the case itself. */
@Injectable()
export class GatheredViewService {
  constructor(
    private readonly models: Models,
    private readonly states: CaseStateRepository,
  ) {}

  /** Undefined where the workflow gathers nothing. */
  async of({ running, facts, considered }: Seen, viewer: Viewer): Promise<GatheredCases | undefined> {
    const { gather, ballots = {} } = running.model.workflow;
    if (gather === undefined) return undefined;
    const entries = facts.entries ?? [];
    const listed = entries.slice(0, MOST_LISTED);
    const states = await this.states.readAll(
      listed.map(({ id }) => id),
      BARE,
    );
    const known = new Map(states.map((state) => [state.id, state]));
    const show = Object.values(ballots).find(({ options }) => options === gather.as)?.show;
    const held = running.model.siblings?.[gather.workflow]?.workflow.title;
    const cases = await Promise.all(
      listed.map(async (entry) => this.row(entry, { state: known.get(entry.id), show, viewer })),
    );
    const title = textIn(held, viewer.language) || gather.workflow;
    return { title, frozen: considered === undefined, total: entries.length, cases };
  }

  private async row(
    entry: Entry,
    { state, show, viewer }: { state: CaseState | undefined; show: string | undefined; viewer: Viewer },
  ): Promise<GatheredCases['cases'][number]> {
    const { id, org, period, form } = entry;
    const running = state === undefined ? null : await this.models.byVersion(state.workflowVersionId);
    const standing = running?.model.workflow.states[state?.state ?? entry.state]?.title;
    return {
      id,
      title: show === undefined ? null : shown(form[show]) || null,
      organisation: org?.title ?? null,
      period,
      stateTitle: textIn(standing, viewer.language) || entry.state,
      mayOpen: state !== undefined && running !== null && isSeenBy(viewer.who, state, running),
    };
  }
}

/** Whoever plays no actor of a case cannot open it. */
const isSeenBy = (who: Identity, state: CaseState, running: RunningModel): boolean =>
  actorsOf(running.model, {
    case: caseFrom(state, running),
    person: personOf(who, state.programmeId),
    data: presentData(state, running),
  }).length > 0;
