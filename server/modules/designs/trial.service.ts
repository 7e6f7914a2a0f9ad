import { Injectable } from '@nestjs/common';
import type { TrialPackage } from '../../contract/wire/design.ts';
import type { Model } from '../../engine/model.ts';
import { fileOfName } from '../../registry/folder.ts';
import type { LoadedForm } from '../../registry/load.ts';
import { refusalOf } from '../definitions/refusal-of-findings.ts';
import { DomainError } from '../domain-error.ts';
import { DesignsRepository } from './designs.repository.ts';
import { type Desk, DeskService } from './desk.service.ts';
import { validatorsName, ValidatorsShelf } from './validators-shelf.ts';

interface Tried {
  model: Model;
  form: LoadedForm;
}

/** Everything that a browser needs to fill and walk a draft; nothing of what happens there comes back. */
@Injectable()
export class TrialService {
  constructor(
    private readonly desks: DeskService,
    private readonly designs: DesignsRepository,
    private readonly validators: ValidatorsShelf,
  ) {}

  /** Throws `definition-invalid` where an error stands in the workflow or in what it is put together with. */
  async trial(programme: string, workflow: string): Promise<TrialPackage> {
    const desk = await this.desks.of(programme);
    const { model, form } = tried(desk, workflow);
    this.validators.make(form.schema);
    return {
      workflow: { ...model.workflow },
      form: { ...model.form },
      schema: form.schema,
      validators: `/api/programmes/${programme}/definitions/trial/${workflow}/validators/${validatorsName(form.schema)}.js`,
      programme: { ...model.programme },
      calendar: model.calendar === null ? null : { ...model.calendar },
      organisations: await this.designs.players(Object.keys(model.programme.organisation_kinds)),
    };
  }

  /** The code of that name. Another process may have made the name: then it is made here, as long as the draft is still the same. */
  async code(programme: string, workflow: string, name: string): Promise<string> {
    const known = this.validators.find(name);
    if (known !== undefined) return known;
    const { form } = tried(await this.desks.of(programme), workflow);
    if (validatorsName(form.schema) !== name) throw new DomainError('not-found');
    return this.validators.make(form.schema);
  }
}

/** The workflow as it would run; refused where lint would refuse it. */
const tried = ({ shelf, programme, findings }: Desk, workflow: string): Tried => {
  const known = shelf.programmes.get(programme);
  const model = known?.models.get(workflow);
  const form = model === undefined ? undefined : known?.forms.get(model.form.$id);
  const formKey = model?.form.$id ?? known?.dossier.workflows.get(workflow)?.subject.form;
  const files = new Set([
    fileOfName({ programme, kind: 'Programme', key: programme }),
    fileOfName({ programme, kind: 'Workflow', key: workflow }),
    ...(formKey === undefined ? [] : [fileOfName({ programme, kind: 'Form', key: formKey })]),
  ]);
  const errors = findings.filter(({ file, severity }) => severity === 'error' && files.has(file));
  if (errors.length > 0) throw refusalOf(errors);
  if (model === undefined || form === undefined) throw new DomainError('not-found');
  return { model, form };
};
