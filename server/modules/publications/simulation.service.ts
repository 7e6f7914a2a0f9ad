import { Injectable } from '@nestjs/common';
import { same } from '../../engine/change/telling.ts';
import { formValidator } from '../../registry/form-validator.ts';
import type { Sql } from '../../storage/database.ts';
import { ObligationsRepository } from '../cases/obligations.repository.ts';
import { isTouched } from '../definitions/publication.ts';
import { ModelsService } from '../definitions/models.service.ts';
import type { ChangedWorkflow } from '../running-cases.ts';
import type { Candidate } from './candidate.ts';
import { EffectsBook } from './effects-book.ts';
import { KnownOrganisations } from './known-organisations.ts';
import { type Course, type Look, type Simulated, noteCase, noteSubmission } from './look.ts';
import { LookedAtRepository } from './looked-at.repository.ts';
import { noteObligations } from './obligation-effects.ts';

/** Texts alone touch nobody's data. */
export const isLookedAt = ({ class: grade }: ChangedWorkflow): boolean => grade !== 'A';

const meansTheSame = ({ before: { model }, after }: ChangedWorkflow): boolean =>
  same(model.form, after.form) &&
  same(model.workflow.params, after.workflow.params) &&
  same(
    [model.programme.tables, model.programme.params, model.programme.money],
    [after.programme.tables, after.programme.params, after.programme.money],
  );

/** Plays a publication through on all data that it touches. Reads only. */
@Injectable()
export class SimulationService {
  constructor(
    private readonly looked: LookedAtRepository,
    private readonly cases: ObligationsRepository,
    private readonly models: ModelsService,
  ) {}

  /** The validators that the look needs; made beforehand, because a snapshot holds its one connection. */
  async formsOf({ workflows, shelf }: Candidate): Promise<ReadonlyMap<string, Look['forms']>> {
    const all = workflows.filter(isLookedAt).map(async (workflow): Promise<[string, Look['forms']]> => {
      const { programme, key, before, after } = workflow;
      const loaded = shelf.programmes.get(programme)?.forms.get(after.form.$id);
      if (loaded === undefined || meansTheSame(workflow)) return [`${programme}/${key}`, null];
      const { validate } = await this.models.form(before.formVersionId);
      const forms = {
        before: { model: before.model, validate },
        after: { model: after, validate: formValidator(loaded.schema) },
      };
      return [`${programme}/${key}`, forms];
    });
    return new Map(await Promise.all(all));
  }

  async of(
    sql: Sql,
    candidate: Candidate,
    { forms, ...course }: Course & { forms: ReadonlyMap<string, Look['forms']> },
  ): Promise<Simulated> {
    const simulated: Simulated = {
      book: new EffectsBook(),
      counts: { drafts: 0, submissions: 0, running: 0, organisations: 0 },
    };
    const now = await this.looked.now(sql);
    const known = new KnownOrganisations(this.looked, sql);
    const touched = new Set<string>();
    for (const workflow of candidate.workflows.filter(isLookedAt)) {
      const extensions = await this.cases.extensions(workflow.before.workflowId, sql);
      const its = forms.get(`${workflow.programme}/${workflow.key}`) ?? null;
      const look: Look = { ...course, sql, now, workflow, known, forms: its, extensions, simulated, touched };
      await this.lookAtCases(look);
      if (its !== null) await this.lookAtSubmissions(look, its);
    }
    await this.lookAtObligations(sql, candidate, { simulated, now });
    simulated.counts.organisations = touched.size;
    return simulated;
  }

  private async lookAtCases(look: Look): Promise<void> {
    for await (const batch of this.looked.runningCases(look.sql, look.workflow.before.workflowId)) {
      await look.known.read(batch);
      for (const one of batch) noteCase(look, one);
    }
  }

  private async lookAtSubmissions(look: Look, forms: NonNullable<Look['forms']>): Promise<void> {
    for await (const batch of this.looked.submissions(look.sql, look.workflow.before.workflowId)) {
      await look.known.read(batch);
      for (const one of batch) noteSubmission(look, forms, one);
    }
  }

  private async lookAtObligations(
    sql: Sql,
    { planned, shelf, workflows }: Candidate,
    { simulated, now }: { simulated: Simulated; now: Date },
  ) {
    const quiet = new Set(
      workflows.filter((one) => !isLookedAt(one)).map(({ programme, key }) => `${programme}/${key}`),
    );
    const touched = planned.filter(({ name, ...one }) => name.kind === 'Workflow' && isTouched({ name, ...one }));
    const loud = touched.filter(({ name }) => !quiet.has(`${name.programme ?? ''}/${name.key}`));
    if (loud.length === 0) return;
    const organisations = await this.cases.organisations(sql);
    for (const { name, before } of loud) {
      const model = shelf.models.get(`${name.programme ?? ''}/${name.key}`);
      if (model === undefined) continue;
      const existing = before === undefined ? [] : await this.cases.existing(before.definitionId, sql);
      noteObligations(simulated.book, { model, organisations, existing, now });
    }
  }
}
