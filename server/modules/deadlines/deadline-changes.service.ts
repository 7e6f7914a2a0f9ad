import { Injectable } from '@nestjs/common';
import type { Finding } from '../../contract/finding.ts';
import { textIn } from '../../contract/text.ts';
import type { ChangeDeadline, DeadlineChanged, DeadlinePreview, MoveDeadline } from '../../contract/wire/deadline.ts';
import type { Case } from '../../engine/case.ts';
import { valueFingerprint } from '../../registry/fingerprint.ts';
import { nameText } from '../../registry/source.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { Models, type RunningModel } from '../models.ts';
import { GateService } from '../publications/gate.service.ts';
import { DeadlinesRepository } from './deadlines.repository.ts';
import { GrantedTime, type TimeAsked } from './granted-time.ts';
import { effectOn } from './moved-cases.ts';
import { type MovedTexts, MovedTextsService } from './moved-texts.service.ts';

/** Who wants a deadline of a programme moved. */
export interface Asked {
  who: Identity;
  programme: string;
  language: string;
}

const isForOne = (wanted: MoveDeadline): wanted is TimeAsked['wanted'] => 'organisation' in wanted.scope;

const concerns =
  ({ scope, period: wanted }: MoveDeadline) =>
  ({ organisation, period }: Case): boolean =>
    (!('kind' in scope) || organisation?.kinds.includes(scope.kind) === true) &&
    (wanted === undefined || period?.key === wanted);

const sentence = ({ message }: Finding, language: string): string =>
  language.startsWith('zh') ? message['zh-CN'] : message.en;

/**
 * Moves deadlines: told first, with every case that is touched, and done only while what was told still holds. For one
 * organisation it is an extension; for a kind or for all an edit of the workflow's definition, published through the gate.
 */
@Injectable()
export class DeadlineChangesService {
  constructor(
    private readonly models: Models,
    private readonly gate: GateService,
    private readonly texts: MovedTextsService,
    private readonly repository: DeadlinesRepository,
    private readonly time: GrantedTime,
  ) {}

  async preview(asked: Asked, wanted: MoveDeadline): Promise<DeadlinePreview> {
    const running = await this.workflow(asked, wanted);
    if (isForOne(wanted)) return this.forOne({ ...asked, running, wanted });
    return this.forMany(await this.texts.of(running, wanted), { asked, running, wanted });
  }

  async change(asked: Asked, { token, reason, ...wanted }: ChangeDeadline): Promise<DeadlineChanged> {
    const running = await this.workflow(asked, wanted);
    if (isForOne(wanted)) {
      const one = { ...asked, running, wanted };
      refuseUnlessSame(await this.forOne(one), token);
      return { version: null, moved: await this.time.grant(one, reason) };
    }
    const moved = await this.texts.of(running, wanted);
    const preview = await this.forMany(moved, { asked, running, wanted });
    refuseUnlessSame(preview, token);
    const programme = { id: running.programmeId, key: asked.programme };
    const passage = { programme, person: asked.who.person.id, token, note: reason, waiting: null };
    await this.gate.pass(moved.assessment, passage);
    const { version } = versionOf(moved);
    return { version, moved: preview.counts.moved };
  }

  private async workflow({ programme }: Asked, { workflow }: MoveDeadline): Promise<RunningModel> {
    const published = await this.models.published();
    const found = published.find(({ model }) => model.programme.key === programme && model.workflow.key === workflow);
    if (found === undefined) throw new DomainError('not-found');
    return found;
  }

  private async forOne(asked: TimeAsked): Promise<DeadlinePreview> {
    const { seen, ...preview } = await this.time.preview(asked);
    return { ...preview, token: valueFingerprint([asked.running.versionId, asked.wanted, seen]) };
  }

  private async forMany(
    { assessment, scenarios }: MovedTexts,
    { asked, running, wanted }: { asked: Asked; running: RunningModel; wanted: MoveDeadline },
  ): Promise<DeadlinePreview> {
    const { shelf, published } = assessment.candidate;
    const after = shelf.models.get(`${asked.programme}/${wanted.workflow}`) ?? running.model;
    const isDataAsked = JSON.stringify(after.workflow.deadlines).includes('form.');
    const rows = await this.repository.ofWorkflow(running.workflowId, isDataAsked);
    const { language } = asked;
    const effect = effectOn(rows, { after, deadline: wanted.deadline, concerns: concerns(wanted), language });
    const findings = assessment.findings.filter(({ severity }) => severity === 'error');
    const titleOf = (key: string): string => {
      const version = published.find((one) => one.kind === 'Scenario' && one.key === key);
      const scenario = shelf.programmes.get(version?.programme ?? '')?.dossier.scenarios.get(key);
      return textIn(scenario?.title, language) || key;
    };
    return {
      ...effect,
      token: assessment.token,
      refusals: findings.map((finding) => ({ title: '', message: sentence(finding, language) })),
      findings,
      scenarios: scenarios.map(titleOf),
    };
  }
}

/** The number that the workflow's new version gets. */
const versionOf = ({ assessment: { candidate, texts } }: MovedTexts): { version: number | null } => {
  const [main] = texts.sources;
  const stands = candidate.published.find((one) => main !== undefined && nameText(one) === nameText(main.name));
  return { version: stands === undefined ? null : stands.n + 1 };
};

const refuseUnlessSame = ({ token, refusals }: DeadlinePreview, seen: string): void => {
  if (token !== seen) throw new DomainError('stale');
  const [refusal] = refusals;
  if (refusal !== undefined) throw new DomainError('refused', refusal.message);
};
