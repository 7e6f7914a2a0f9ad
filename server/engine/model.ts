import type { Calendar } from '../contract/definition/calendar.ts';
import type { Form } from '../contract/definition/form.ts';
import type { Programme } from '../contract/definition/programme.ts';
import type { Workflow } from '../contract/definition/workflow.ts';

/**
 * A workflow with everything it refers to, as one value: what every rule of the engine takes as its first argument.
 * Expressions are compiled on first use and kept with the model (see `expression.ts`), so a model is built once a version.
 */
export interface Model {
  workflow: Workflow;
  programme: Programme;
  form: Form;
  calendar: Calendar | null;
  /** The programme's other workflows with their forms: what their cases publish can be asked for (`cases.<workflow>`). */
  siblings?: Readonly<Record<string, { workflow: Workflow; form: Form }>>;
}
