import { Injectable } from '@nestjs/common';
import type { Form } from '../../contract/definition/form.ts';
import type { Finding } from '../../contract/finding.ts';
import {
  type Removed,
  bindingInUse,
  fieldInUse,
  removedFields,
  removedStates,
  retyped,
  stateInUse,
  workflowInUse,
} from '../../engine/lint/against.ts';
import type { Remark } from '../../engine/lint/check.ts';
import { fieldsIn } from '../../engine/lint/form-walk.ts';
import { placedFindings } from '../../registry/inspect.ts';
import type { Shelf } from '../../registry/shelf.ts';
import type { StoredVersion } from './definitions.repository.ts';
import { ModelsService } from './models.service.ts';
import type { PlannedChange } from './publication.ts';
import { RunningRepository } from './running.repository.ts';

type Coded = Remark & { code: string };

const coded = (remarks: readonly Remark[], code: string): Coded[] => remarks.map((remark) => ({ ...remark, code }));

/** New definitions against those in use: no key is retyped, and nothing vanishes on which a running case stands. */
@Injectable()
export class RunningCheck {
  constructor(
    private readonly models: ModelsService,
    private readonly repository: RunningRepository,
  ) {}

  /** All that stands in the way where running cases stay as they are. */
  findings(shelf: Shelf, changes: readonly PlannedChange[]): Promise<Finding[]> {
    return this.ofChanged(shelf, changes, async (before) => [
      ...(await this.retypings(shelf, before)),
      ...(await this.vanishing(shelf, before)),
    ]);
  }

  /** What stands in the way whatever becomes of running cases: what is stored under a key keeps its type for ever. */
  lasting(shelf: Shelf, changes: readonly PlannedChange[]): Promise<Finding[]> {
    return this.ofChanged(shelf, changes, (before) => this.retypings(shelf, before));
  }

  private async ofChanged(
    shelf: Shelf,
    changes: readonly PlannedChange[],
    remarks: (before: StoredVersion) => Promise<Coded[]>,
  ): Promise<Finding[]> {
    const found: Finding[] = [];
    for (const { name, before, change } of changes) {
      if (change !== 'changed' || before === undefined || name.programme === null) continue;
      found.push(...placedFindings(shelf, name.programme, await remarks(before)));
    }
    return found;
  }

  /** What stands against bindings that the programme no longer makes. */
  async ofGone(shelf: Shelf, gone: readonly StoredVersion[]): Promise<Finding[]> {
    const found: Finding[] = [];
    for (const { programme, key, definitionId } of gone) {
      if (programme === null) continue;
      const removed = [{ of: { kind: 'Programme' as const, key: programme }, name: key, path: ['uses'] }];
      const remarks = await this.counted(removed, 'binding-in-use', bindingInUse, () =>
        this.repository.casesOf(definitionId),
      );
      found.push(...placedFindings(shelf, programme, remarks));
    }
    return found;
  }

  /** What stands against workflows that are to be taken back although somebody has begun to report by them. */
  async ofRetired(shelf: Shelf, retired: readonly StoredVersion[]): Promise<Finding[]> {
    const found: Finding[] = [];
    for (const { programme, kind, key, definitionId } of retired) {
      if (programme === null || kind !== 'Workflow') continue;
      const removed = [{ of: { kind: 'Programme' as const, key: programme }, name: key, path: ['workflows'] }];
      const remarks = await this.counted(removed, 'workflow-in-use', workflowInUse, () =>
        this.repository.casesBegun(definitionId),
      );
      found.push(...placedFindings(shelf, programme, remarks));
    }
    return found;
  }

  /** Keys that hold something else than they did, in the version in use or in any before it. */
  private async retypings(shelf: Shelf, before: StoredVersion): Promise<Coded[]> {
    const after = this.formAfter(shelf, before);
    if (after === undefined) return [];
    const of = { kind: 'Form', key: before.key } as const;
    const { loaded } = await this.models.form(before.id);
    const known = new Set(fieldsIn(loaded.form).map(({ name }) => name));
    const now = coded(retyped(of, loaded.form, after), 'field-retyped');
    if (fieldsIn(after).every(({ name }) => known.has(name))) return now;
    const old = await this.repository.olderForms(before.definitionId);
    const reused = old.flatMap((form) => {
      const again = fieldsIn(form).filter(({ name }) => !known.has(name));
      return again.length === 0 ? [] : retyped(of, form, after);
    });
    return [...now, ...coded(reused, 'field-retyped')];
  }

  private formAfter(shelf: Shelf, { kind, programme, key }: StoredVersion): Form | undefined {
    return kind === 'Form' ? shelf.programmes.get(programme ?? '')?.dossier.forms.get(key) : undefined;
  }

  private async vanishing(shelf: Shelf, before: StoredVersion): Promise<Coded[]> {
    if (before.kind === 'Form') return this.formRemarks(shelf, before);
    return before.kind === 'Workflow' ? this.workflowRemarks(shelf, before) : [];
  }

  private async formRemarks(shelf: Shelf, before: StoredVersion): Promise<Coded[]> {
    const after = this.formAfter(shelf, before);
    if (after === undefined) return [];
    const { loaded } = await this.models.form(before.id);
    const of = { kind: 'Form', key: before.key } as const;
    const gone = removedFields(of, loaded.form, after);
    return this.counted(gone, 'field-in-use', fieldInUse, ({ name }) =>
      this.repository.casesWithValue(before.definitionId, name),
    );
  }

  private async workflowRemarks(shelf: Shelf, before: StoredVersion): Promise<Coded[]> {
    const after = shelf.programmes.get(before.programme ?? '')?.dossier.workflows.get(before.key);
    if (after === undefined) return [];
    const { model } = await this.models.byVersion(before.id);
    const gone = removedStates({ kind: 'Workflow', key: before.key }, model.workflow, after);
    return this.counted(gone, 'state-in-use', stateInUse, ({ name }) =>
      this.repository.casesInState(before.definitionId, name),
    );
  }

  private async counted(
    gone: readonly Removed[],
    code: string,
    tell: (removed: Removed, cases: number) => Remark[],
    count: (removed: Removed) => Promise<number>,
  ): Promise<Coded[]> {
    const told = await Promise.all(gone.map(async (removed) => tell(removed, await count(removed))));
    return told.flat().map((remark) => ({ ...remark, code }));
  }
}
