import { Injectable } from '@nestjs/common';
import { isRun } from '../../engine/binding.ts';
import type { Form } from '../../contract/definition/form.ts';
import { localizeErrors } from '../../engine/form/messages.ts';
import type { Issue } from '../../engine/form/issue.ts';
import { type FormValidator, formValidator } from '../../registry/form-validator.ts';
import { fileOfName } from '../../registry/folder.ts';
import type { LoadedForm } from '../../registry/load.ts';
import { type Parsed, parse } from '../../registry/parse.ts';
import { type ShelfProgramme, shelve } from '../../registry/shelf.ts';
import { type FormVersion, Models, type RunningModel } from '../models.ts';
import { DefinitionsRepository, type StoredVersion, type VersionFacts } from './definitions.repository.ts';

/** A form's version as it is rendered and validated. */
export interface RunningForm {
  version: VersionFacts;
  loaded: LoadedForm;
  programme: ShelfProgramme['dossier']['programme'];
  validate: FormValidator;
}

interface ReadVersion {
  version: StoredVersion;
  parsed: Parsed;
}

const readVersion = (version: StoredVersion): ReadVersion => {
  const { programme, kind, key, source } = version;
  const name = { programme, kind, key };
  return { version, parsed: parse({ name, file: fileOfName(name), text: source }) };
};

/** Remembers what a promise came to, and forgets one that failed. */
const once = <Value>(kept: Map<string, Promise<Value>>, id: string, make: () => Promise<Value>): Promise<Value> => {
  const known = kept.get(id);
  if (known !== undefined) return known;
  const made = make();
  kept.set(id, made);
  made.catch(() => kept.delete(id));
  return made;
};

/**
 * Published versions as models. A version never changes, so each is read, put together and compiled once a process. A
 * workflow is put together with the versions that it pins; its siblings, of whom only the metrics' types are asked, are
 * those published when it is first read.
 */
@Injectable()
export class ModelsService extends Models {
  private readonly texts = new Map<string, Promise<ReadVersion>>();
  private readonly workflows = new Map<string, Promise<RunningModel>>();
  private readonly forms = new Map<string, Promise<RunningForm>>();

  constructor(private readonly repository: DefinitionsRepository) {
    super();
  }

  byVersion(workflowVersion: string): Promise<RunningModel> {
    return once(this.workflows, workflowVersion, () => this.buildWorkflow(workflowVersion));
  }

  async published(programmeId?: string): Promise<RunningModel[]> {
    const ids = await this.repository.publishedWorkflows(programmeId);
    const all = await Promise.all(ids.map((id) => this.byVersion(id)));
    return all.filter(({ model }) => isRun(model.programme, model.workflow.key));
  }

  async formOf(formVersion: string): Promise<FormVersion> {
    const { version, loaded } = await this.form(formVersion);
    return { id: version.id, contentHash: version.contentHash, form: loaded.form };
  }

  async formsBefore(formVersion: string): Promise<Form[]> {
    const ids = await this.repository.versionsBefore(formVersion);
    return Promise.all(ids.map(async (id) => (await this.form(id)).loaded.form));
  }

  async validate(formVersion: string, data: Record<string, unknown>, language: string): Promise<Issue[]> {
    const { loaded, validate } = await this.form(formVersion);
    return localizeErrors(loaded.form, validate(data), language);
  }

  /** A form by the id of its version, published or retired. */
  form(formVersion: string): Promise<RunningForm> {
    return once(this.forms, formVersion, () => this.buildForm(formVersion));
  }

  /** A version, or undefined where there is none. */
  async find(id: string): Promise<StoredVersion | undefined> {
    const [found] = this.texts.has(id) ? [] : await this.repository.versions([id]);
    if (found === undefined && !this.texts.has(id)) return undefined;
    return (await this.read(id)).version;
  }

  /** A version's text, read. */
  async read(id: string): Promise<ReadVersion> {
    return once(this.texts, id, async () => {
      const [version] = await this.repository.versions([id]);
      if (version === undefined) throw new Error(`there is no version ${id} of a definition`);
      return readVersion(version);
    });
  }

  private readAll(ids: readonly (string | undefined)[]): Promise<ReadVersion[]> {
    return Promise.all(ids.flatMap((id) => (id === undefined ? [] : [this.read(id)])));
  }

  private async buildWorkflow(id: string): Promise<RunningModel> {
    const { version, parsed } = await this.read(id);
    const pinned = await this.readAll([version.pins.Programme, version.pins.Form, version.pins.Calendar]);
    const siblings = await this.siblingsOf(version);
    const shelf = shelve([parsed, ...pinned.map((one) => one.parsed), ...siblings]);
    const model = shelf.models.get(`${version.programme ?? ''}/${version.key}`);
    const formVersionId = version.pins.Form;
    if (model === undefined || formVersionId === undefined || version.programmeId === null)
      throw new Error(`the version ${id} of the workflow ${version.key} cannot be put together`);
    const { definitionId: workflowId, programmeId } = version;
    return { workflowId, versionId: id, formVersionId, programmeId, model };
  }

  /** The other workflows of the programme that are published now, with their forms, as far as no name is taken twice. */
  private async siblingsOf({ programmeId, definitionId, pins }: StoredVersion): Promise<Parsed[]> {
    const ids = await this.repository.publishedWorkflows(programmeId ?? undefined);
    const others = (await this.readAll(ids)).filter(({ version }) => version.definitionId !== definitionId);
    const own = (await this.readAll([pins.Form])).map(({ version }) => version.definitionId);
    const forms = (await this.readAll([...new Set(others.map(({ version }) => version.pins.Form))])).filter(
      ({ version }) => !own.includes(version.definitionId),
    );
    return [...others, ...forms].map(({ parsed }) => parsed);
  }

  private async buildForm(id: string): Promise<RunningForm> {
    const { version, parsed } = await this.read(id);
    const pinned = await this.readAll([version.pins.Programme]);
    const shelf = shelve([parsed, ...pinned.map((one) => one.parsed)]);
    const programme = shelf.programmes.get(version.programme ?? '');
    const loaded = programme?.forms.get(version.key);
    if (programme === undefined || loaded === undefined)
      throw new Error(`the version ${id} of the form ${version.key} cannot be put together`);
    return { version, loaded, programme: programme.dossier.programme, validate: formValidator(loaded.schema) };
  }
}
