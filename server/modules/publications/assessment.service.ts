import { Injectable } from '@nestjs/common';
import type { Finding } from '../../contract/finding.ts';
import type { PlanText, WantedPublication } from '../../contract/wire/publication.ts';
import { hasErrors } from '../../registry/inspect.ts';
import { fingerprint, valueFingerprint } from '../../registry/fingerprint.ts';
import { nameText } from '../../registry/source.ts';
import type { Sql } from '../../storage/database.ts';
import { type DryRun, type DryRunTable, type ProposedPlan, RunningCases } from '../running-cases.ts';
import type { Candidate } from './candidate.ts';
import { Candidates } from './candidates.service.ts';
import { LookedAtRepository } from './looked-at.repository.ts';
import type { Simulated } from './look.ts';
import { SimulationService, isLookedAt } from './simulation.service.ts';
import type { WantedTexts } from './wanted-texts.service.ts';

/** How running cases are to follow, and what is undone by it. */
export interface Terms {
  dates: 'move' | 'keep';
  plans: readonly PlanText[];
  undoes: string | null;
}

export const termsOf = ({ dates, plans = [], undo }: WantedPublication): Terms => ({
  dates,
  plans,
  undoes: undo ?? null,
});

/** All that has to be known before anything is published. */
export interface Assessment {
  texts: WantedTexts;
  terms: Terms;
  candidate: Candidate;
  findings: Finding[];
  proposals: ProposedPlan[];
  /** The plans that were given, and those proposed that leave no question open. */
  plans: PlanText[];
  dryRun: DryRun;
  token: string;
  simulated: Simulated | null;
}

const NOTHING: DryRun = { effects: [], findings: [] };

/** Looks at what is wanted through one snapshot of the data. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly candidates: Candidates,
    private readonly looked: LookedAtRepository,
    private readonly simulation: SimulationService,
    private readonly running: RunningCases,
  ) {}

  /** `simulate` also plays it through on every draft, submission and case. */
  async of(
    programme: string,
    texts: WantedTexts,
    { terms, simulate }: { terms: Terms; simulate: boolean },
  ): Promise<Assessment> {
    const candidate = await this.candidates.of(programme, texts);
    const bare = { texts, terms, candidate, findings: candidate.findings };
    if (hasErrors(candidate.findings))
      return { ...bare, proposals: [], plans: [], dryRun: NOTHING, token: '', simulated: null };
    const forms = simulate ? await this.simulation.formsOf(candidate) : new Map();
    return this.looked.snapshot(async (sql) => {
      const proposals = await this.running.proposals(sql, candidate.workflows, terms.undoes);
      const plans = plansFrom(terms.plans, proposals);
      const dryRun = await this.running.dryRun(sql, candidate.workflows, { plans, dates: terms.dates });
      const planned = new Set(plans.map(({ workflow }) => workflow));
      const course = { dates: terms.dates, planned, forms };
      const simulated = simulate ? await this.simulation.of(sql, candidate, course) : null;
      simulated?.book.add(dryRun.effects);
      const token = await this.token(sql, { candidate, texts, terms, plans });
      const findings = [...candidate.findings, ...dryRun.findings];
      return { ...bare, findings, proposals, plans, dryRun, token, simulated };
    });
  }

  /** What the plans would do, case by case. */
  async table(
    programme: string,
    texts: WantedTexts,
    { terms, language }: { terms: Terms; language: string },
  ): Promise<DryRunTable> {
    const { candidate, plans } = await this.of(programme, texts, { terms, simulate: false });
    const given = { plans, dates: terms.dates, language };
    return this.looked.snapshot((sql) => this.running.table(sql, candidate.workflows, given));
  }

  /** Fingerprint of the texts, of what they would take the place of, and of every case and draft that they touch. */
  async token(
    sql: Sql,
    { candidate, texts, terms, plans }: Pick<Assessment, 'candidate' | 'texts' | 'terms' | 'plans'>,
  ): Promise<string> {
    const workflows = candidate.workflows.filter(isLookedAt).map(({ before }) => before.workflowId);
    const sources = texts.sources.map(({ name, text }) => [nameText(name), fingerprint(text)]).sort();
    const stands = candidate.published.map(({ id }) => id).sort();
    const print = await this.looked.fingerprint(sql, workflows);
    return valueFingerprint([sources, stands, terms.dates, terms.undoes, plans, print]);
  }
}

const plansFrom = (given: readonly PlanText[], proposals: readonly ProposedPlan[]): PlanText[] => {
  const named = new Set(given.map(({ workflow }) => workflow));
  const sure = proposals.filter(
    ({ workflow, open, needed, text }) => needed && !named.has(workflow) && open.length === 0 && text !== '',
  );
  return [...given, ...sure.map(({ workflow, text }) => ({ workflow, text }))];
};
