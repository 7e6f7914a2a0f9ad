import type { Form } from '../contract/definition/form.ts';
import type { Issue } from '../engine/form/issue.ts';
import type { Model } from '../engine/model.ts';

/** A version of a workflow as cases run on it: the rules with the ids under which rows name them. */
export interface RunningModel {
  /** Id of the workflow's definition. */
  workflowId: string;
  /** Id of the workflow's version. */
  versionId: string;
  /** Id of the form's version that it was published with. */
  formVersionId: string;
  programmeId: string;
  model: Model;
}

/** A version of a form; two of the same `contentHash` say the same. */
export interface FormVersion {
  id: string;
  contentHash: string;
  form: Form;
}

/** Where cases get their rules. Versions never change, so each is read and compiled once. */
export abstract class Models {
  /** By the id of a workflow's version, published or retired. */
  abstract byVersion(workflowVersion: string): Promise<RunningModel>;
  /** What is published now: of one programme (by id), or of all. */
  abstract published(programmeId?: string): Promise<RunningModel[]>;
  /** By the id of a form's version, published or retired. */
  abstract formOf(formVersion: string): Promise<FormVersion>;
  /** The versions of the same form before this one, the newest first. */
  abstract formsBefore(formVersion: string): Promise<Form[]>;
  /** What the form's schema says of data, in a language; pointers lead into the data. */
  abstract validate(formVersion: string, data: Record<string, unknown>, language: string): Promise<Issue[]>;
}
