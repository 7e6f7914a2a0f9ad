import { dayAt } from '../../engine/calendar.ts';
import type { Case, Organisation } from '../../engine/case.ts';
import type { Entry, Facts, Person, SiblingCase } from '../../engine/command.ts';
import type { Models, RunningModel } from '../models.ts';
import { caseOf } from './case-record.ts';
import type { CaseState, SiblingFacts, Wanted } from './case-state.repository.ts';
import { organisationOn } from './organisation-facts.ts';

/** What the rules of a workflow can ask for beside the case. */
export type RuleFacts = Omit<Wanted, 'organisation'>;

const known = new WeakMap<RunningModel['model'], RuleFacts>();

const mentions = (definition: unknown, words: RegExp): boolean => words.test(JSON.stringify(definition));

/** Which of the dearer facts a workflow's rules can ask for: told from the words of its definitions, rather one too many. */
export const wantedBy = ({ model }: RunningModel): RuleFacts => {
  const found = known.get(model) ?? {
    siblings: model.workflow.settle !== undefined || mentions(model.workflow, /\b(series|cases)\b/),
    previous: mentions([model.workflow, model.form], /\bprevious\b/),
    files: mentions(model.form, /"x-file"/),
  };
  known.set(model, found);
  return found;
};

/** What any of these workflows can ask for. */
export const wantedByAny = (all: readonly RunningModel[]): RuleFacts => ({
  siblings: all.some((one) => wantedBy(one).siblings),
  previous: all.some((one) => wantedBy(one).previous),
  files: all.some((one) => wantedBy(one).files),
});

/** The case as the rules know it; `mine` are organisations that were not read because the asker's session has them. */
export const caseFrom = (
  state: CaseState,
  running: RunningModel,
  mine: ReadonlyMap<string, Organisation> = new Map<string, Organisation>(),
): Case => {
  const today = dayAt(state.now.getTime(), running.model.programme.zone);
  const read = state.organisation === null ? null : organisationOn(state.organisation, today);
  const organisation = read ?? (state.organisationId === null ? null : (mine.get(state.organisationId) ?? null));
  return caseOf(state, organisation, state.tasks);
};

const siblingFrom = (facts: SiblingFacts, { model }: RunningModel): SiblingCase => ({
  ...facts,
  final: model.workflow.states[facts.state]?.final ?? null,
});

/** Whether somebody writes in the state in which the case is: then the draft is what it is about. */
export const isWritten = ({ model }: RunningModel, state: string): boolean => {
  const found = model.workflow.states[state];
  const isSubmittedHere = Object.values(found?.on ?? {}).some((action) => 'kind' in action && action.kind === 'submit');
  return isSubmittedHere || Object.values(found?.rights ?? {}).some(({ write }) => write !== undefined);
};

/** Where what a case shows comes from. */
export type Source = 'draft' | 'submission' | 'defaults';

/** What is being written in this state, else what was frozen last; a draft beside a zero report waits unseen. */
export const sourceOf = ({ draft, latest, state }: CaseState, running: RunningModel): Source => {
  if (draft !== null && isWritten(running, state)) return 'draft';
  return latest === null ? 'defaults' : 'submission';
};

/** The data that the case holds now; empty where nothing was written yet. */
export const presentData = (state: CaseState, running: RunningModel): Record<string, unknown> => {
  const source = sourceOf(state, running);
  if (source === 'draft') return state.draft?.data ?? {};
  return source === 'submission' ? (state.latest?.data ?? {}) : {};
};

interface Asked {
  state: CaseState;
  running: RunningModel;
  person: Person | null;
  data?: Record<string, unknown>;
  /** What the case gathers now; else what was frozen with its latest version. */
  entries?: readonly Entry[];
}

/** What the rules may ask for beside the case. The form's issues are added by whoever validated the data. */
export const factsFrom = async (models: Models, { state, running, person, data, entries }: Asked): Promise<Facts> => {
  const siblings = await Promise.all(
    state.siblings.map(async (facts) => {
      const its = facts.versionId === running.versionId ? running : await models.byVersion(facts.versionId);
      return { workflowId: facts.workflowId, key: its.model.workflow.key, sibling: siblingFrom(facts, its) };
    }),
  );
  const cases: Record<string, SiblingCase[]> = {};
  for (const key of Object.keys(running.model.siblings ?? {})) cases[key] = [];
  for (const { workflowId, key, sibling } of siblings)
    if (workflowId !== running.workflowId) (cases[key] ??= []).push(sibling);
  return {
    person,
    data: data ?? presentData(state, running),
    issues: [],
    series: siblings.filter(({ workflowId }) => workflowId === running.workflowId).map(({ sibling }) => sibling),
    cases,
    ...(running.model.workflow.gather !== undefined && { entries: entries ?? state.latest?.gathered ?? [] }),
    matters: state.matters,
    openQueries: state.openQueries.map(({ field, roster, row }) => ({
      field,
      ...(roster !== undefined && { roster }),
      ...(row !== undefined && { row }),
    })),
    previous: state.previous,
    extensions: state.extensions,
    hasOriginal: state.hasOriginal,
  };
};
