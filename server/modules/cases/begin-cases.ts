import { v7 as uuid } from 'uuid';
import type { SiblingCase } from '../../engine/command.ts';
import type { Obligation } from '../../engine/obligation.ts';
import { openCase } from '../../engine/opening.ts';
import { siblingOf } from '../../engine/settle.ts';
import { NO_FACTS } from '../../engine/situation.ts';
import type { RunningModel } from '../models.ts';
import { changesOf } from './changes-of-step.ts';
import type { ExistingCase, GrantedExtension, NewCase } from './obligations.repository.ts';
import { subjectKey } from './series.ts';

/** What all cases that are made now have in common. */
export interface Making {
  running: RunningModel;
  now: Date;
  extensions: readonly GrantedExtension[];
}

/** New cases of one organisation, each knowing those before it, so that the one due last is settled, and no other. */
export const beginSeries = (
  making: Making,
  owed: readonly Obligation[],
  existing: readonly ExistingCase[],
): NewCase[] => {
  const { states } = making.running.model.workflow;
  const series: SiblingCase[] = existing.map((one) => ({ ...one, final: states[one.state]?.final ?? null }));
  const begun = owed.map((obligation) => {
    const one = beginCase(making, obligation, [...series]);
    series.push(siblingOf(making.running.model, one.changes.case));
    return one;
  });
  const settling = begun.findLast(({ changes }) => changes.timers.some(({ kind }) => kind === 'settle'));
  for (const one of begun)
    if (one !== settling) one.changes.timers = one.changes.timers.filter(({ kind }) => kind !== 'settle');
  return begun;
};

const beginCase = ({ running, now, extensions }: Making, obligation: Obligation, series: SiblingCase[]): NewCase => {
  const { organisation, period } = obligation;
  const id = uuid();
  const counting = extensions.filter((one) => one.period === null || one.period === period?.key);
  const facts = { ...NO_FACTS, series, extensions: counting };
  const moved = openCase(running.model, { id, organisation, period, facts }, now.getTime());
  const pins = { workflowVersionId: running.versionId, formVersionId: running.formVersionId };
  const key = subjectKey(obligation);
  return {
    programmeId: running.programmeId,
    workflowId: running.workflowId,
    ...pins,
    subjectKey: key,
    changes: changesOf({
      state: { id, now, lockVersion: 0, eventSeq: 0, eventHash: '', openQueries: [], ...pins },
      moved,
      person: null,
      commandKey: `owed:${running.workflowId}:${key}`,
      answer: null,
      looked: [],
      firedTimer: null,
    }),
  };
};
