import { carry, type Carried, type Stranded } from '../../engine/migration/carry.ts';
import type { Mapping } from '../../engine/migration/mapping.ts';
import { restore } from '../../engine/migration/restore.ts';
import type { Situation } from '../../engine/situation.ts';
import type { RunningModel } from '../models.ts';
import type { CaseState } from '../cases/case-state.repository.ts';
import type { CarriedCase } from './touched.repository.ts';

/** A running case as it was read, and how it is to go over. */
export interface CaseToCarry {
  state: CaseState;
  before: RunningModel;
  after: RunningModel;
  /** By the new rules. */
  situation: Situation;
  mapping: Mapping;
  /** What the publication that is taken back did to it. */
  undone: CarriedCase | undefined;
}

/** The decision for one case: back to where it stood where nobody has touched it since, else by the mapping. */
export const decide = ({ state, before, after, situation, mapping, undone }: CaseToCarry): Carried | Stranded => {
  const versions = { from: before.versionId, to: after.versionId };
  const held = { draft: state.draft?.data ?? null, latest: state.latest?.data ?? null };
  const ordinary = { before: before.model, situation, held, versions };
  if (undone === undefined || !isBack(situation, undone)) return carry({ ...ordinary, mapping });
  const { at, ...snapshot } = undone.before;
  if (mapping.moves.length === 0) return restore({ situation, snapshot, carriedAt: at, versions });
  return carry({ ...ordinary, mapping: { ...mapping, states: { [situation.case.state]: snapshot.state } } });
};

const isBack = ({ model, case: current }: Situation, { lockAfter, before }: CarriedCase): boolean =>
  lockAfter === current.lockVersion &&
  before.state !== current.state &&
  Object.hasOwn(model.workflow.states, before.state);
