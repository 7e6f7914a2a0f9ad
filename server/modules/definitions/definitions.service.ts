import { Injectable } from '@nestjs/common';
import { textIn } from '../../contract/text.ts';
import type { FormPackage, ProgrammeView, WorkflowPackage } from '../../contract/wire/definition.ts';
import { valueFingerprint } from '../../registry/fingerprint.ts';
import { validatorCode } from '../../registry/validator-code.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { type PublishedProgramme, PublishedProgrammes } from '../published-programmes.ts';
import type { StoredVersion } from './definitions.repository.ts';
import { ModelsService } from './models.service.ts';
import { inListedOrder, programmeView } from './programme-view.ts';

/** Whether the person has any part in a programme: what stands in it is for its people. */
const takesPart = (who: Identity, programme: string | null): boolean =>
  programme === null || who.memberships.some((held) => held.programme === null || held.programme === programme);

/** What published definitions say, to those who take part in their programme; others do not learn that they exist. */
@Injectable()
export class DefinitionsService {
  private readonly code = new Map<string, string>();

  constructor(
    private readonly models: ModelsService,
    private readonly programmes: PublishedProgrammes,
  ) {}

  async all(who: Identity, language: string): Promise<ProgrammeView[]> {
    const mine = (await this.programmes.all()).filter(({ key }) => takesPart(who, key));
    return Promise.all(mine.map((programme) => this.view(programme, language)));
  }

  async programme(who: Identity, key: string, language: string): Promise<ProgrammeView> {
    const found = (await this.programmes.all()).find((programme) => programme.key === key && takesPart(who, key));
    if (found === undefined) throw new DomainError('not-found');
    return this.view(found, language);
  }

  async form(who: Identity, version: string, language: string): Promise<FormPackage> {
    await this.ofMyProgramme(who, version, 'Form');
    const { version: facts, loaded } = await this.models.form(version);
    const name = valueFingerprint(loaded.schema).slice(0, 16);
    return {
      version,
      n: facts.n,
      key: facts.key,
      title: textIn(loaded.form.title, language),
      source: { ...loaded.form },
      schema: loaded.schema,
      // Named by what is in it: a newer compiler makes other code of the same form.
      validators: `/api/forms/${version}/validators.js?schema=${name}`,
    };
  }

  /** The validators of a form as a JavaScript module. */
  async validators(who: Identity, version: string): Promise<string> {
    await this.ofMyProgramme(who, version, 'Form');
    const known = this.code.get(version);
    if (known !== undefined) return known;
    const { loaded } = await this.models.form(version);
    const code = validatorCode(loaded.schema);
    this.code.set(version, code);
    return code;
  }

  /** A workflow with what the rules of its form refer to: the browser computes and checks as the server does. */
  async workflow(who: Identity, version: string): Promise<WorkflowPackage> {
    await this.ofMyProgramme(who, version, 'Workflow');
    const { workflow, programme, calendar } = (await this.models.byVersion(version)).model;
    const { key, title, zone, locales, params, tables, money, notice } = programme;
    return {
      version,
      workflow: { ...workflow },
      programme: { key, title, zone, locales, params, tables, money, notice },
      calendar: calendar === null ? null : { ...calendar },
    };
  }

  private async ofMyProgramme(who: Identity, version: string, kind: StoredVersion['kind']): Promise<StoredVersion> {
    const found = await this.models.find(version);
    if (found?.kind !== kind || found.status === 'draft' || !takesPart(who, found.programme))
      throw new DomainError('not-found');
    return found;
  }

  private async view({ id, definition }: PublishedProgramme, language: string): Promise<ProgrammeView> {
    const models = (await this.models.published(id)).map(({ model }) => model);
    return programmeView(definition, inListedOrder(definition, models), language);
  }
}
