import { Injectable } from '@nestjs/common';
import type { ChangeDeadline, DeadlineChanged, DeadlinePreview, MoveDeadline } from '../../contract/wire/deadline.ts';
import { deadlineEdits } from '../../engine/deadline-change.ts';
import { valueFingerprint } from '../../registry/fingerprint.ts';
import { editYaml } from '../../registry/edit-yaml.ts';
import { fileOfName } from '../../registry/folder.ts';
import { hasErrors } from '../../registry/inspect.ts';
import type { DefinitionSource } from '../../registry/source.ts';
import { ModelsService } from '../definitions/models.service.ts';
import { PublishService } from '../definitions/publish.service.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import type { RunningModel } from '../models.ts';
import { DeadlinesRepository } from './deadlines.repository.ts';
import { GrantedTime, type TimeAsked } from './granted-time.ts';
import { effectOn } from './moved-cases.ts';

/** Who wants a deadline of a programme moved. */
export interface Asked {
  who: Identity;
  programme: string;
  language: string;
}

/** The preview with what it was told of, to be published. */
interface Told {
  preview: DeadlinePreview;
  source: DefinitionSource | null;
}

const isForOne = (wanted: MoveDeadline): wanted is TimeAsked['wanted'] => 'organisation' in wanted.scope;

/**
 * Moves deadlines: told first, with every case that is touched, and done only while what was told still holds. For one
 * organisation it is an extension; for a kind or for all an edit of the workflow's definition, published through the gate.
 */
@Injectable()
export class DeadlineChangesService {
  constructor(
    private readonly models: ModelsService,
    private readonly gate: PublishService,
    private readonly repository: DeadlinesRepository,
    private readonly time: GrantedTime,
  ) {}

  async preview(asked: Asked, wanted: MoveDeadline): Promise<DeadlinePreview> {
    return (await this.tell(asked, wanted, await this.workflow(asked, wanted))).preview;
  }

  async change(asked: Asked, { token, reason, ...wanted }: ChangeDeadline): Promise<DeadlineChanged> {
    const running = await this.workflow(asked, wanted);
    const { preview, source } = await this.tell(asked, wanted, running);
    if (preview.token !== token) throw new DomainError('stale');
    const [refusal] = preview.refusals;
    if (refusal !== undefined) throw new DomainError('refused', refusal.message);
    const { who, language } = asked;
    if (isForOne(wanted))
      return { version: null, moved: await this.time.grant({ who, running, wanted, language }, reason) };
    if (source === null) return { version: null, moved: 0 };
    const { changes } = await this.gate.publish({ sources: [source], person: who.person.id, note: reason });
    const version = changes.find(({ name }) => name.kind === 'Workflow' && name.key === wanted.workflow);
    return { version: (version?.before?.n ?? 0) + 1, moved: preview.counts.moved };
  }

  private async workflow({ programme }: Asked, { workflow }: MoveDeadline): Promise<RunningModel> {
    const published = await this.models.published();
    const found = published.find(({ model }) => model.programme.key === programme && model.workflow.key === workflow);
    if (found === undefined) throw new DomainError('not-found');
    return found;
  }

  private async tell(asked: Asked, wanted: MoveDeadline, running: RunningModel): Promise<Told> {
    if (!isForOne(wanted)) return this.tellForMany(asked, wanted, running);
    const { who, language } = asked;
    const { seen, ...preview } = await this.time.preview({ who, running, wanted, language });
    return { preview: { ...preview, token: valueFingerprint([running.versionId, wanted, seen]) }, source: null };
  }

  private async tellForMany(asked: Asked, wanted: MoveDeadline, running: RunningModel): Promise<Told> {
    const kind = 'kind' in wanted.scope ? wanted.scope.kind : null;
    const edits = deadlineEdits(running.model, wanted, kind);
    if (!edits.ok) throw new DomainError('invalid', edits.why);
    const { version } = await this.models.read(running.versionId);
    const name = { programme: asked.programme, kind: 'Workflow', key: wanted.workflow } as const;
    const source = { name, file: fileOfName(name), text: editYaml(version.source, edits.edits) };
    const plan = await this.gate.plan({ sources: [source] });
    const after = plan.shelf.models.get(`${asked.programme}/${wanted.workflow}`);
    const errors = plan.findings.filter(({ severity }) => severity === 'error');
    const rows = await this.repository.ofWorkflow(
      running.workflowId,
      JSON.stringify(running.model.workflow.deadlines).includes('form.'),
    );
    const effect = effectOn(rows, {
      after: after ?? running.model,
      deadline: wanted.deadline,
      concerns: ({ organisation, period }) =>
        (kind === null || organisation?.kinds.includes(kind) === true) &&
        (wanted.period === undefined || period?.key === wanted.period),
      language: asked.language,
    });
    const token = valueFingerprint([
      running.versionId,
      source.text,
      rows.map(({ id, lockVersion }) => [id, lockVersion]),
    ]);
    const refusals = hasErrors(errors)
      ? [
          {
            title: '',
            message: errors
              .map(({ message }) => (asked.language.startsWith('zh') ? message['zh-CN'] : message.en))
              .join('；'),
          },
        ]
      : [];
    return { preview: { token, ...effect, refusals, findings: errors }, source };
  }
}
