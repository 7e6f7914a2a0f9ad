import type { Calendar } from '../../contract/definition/calendar.ts';
import type { Demonstration } from '../../contract/definition/demonstration.ts';
import type { Form } from '../../contract/definition/form.ts';
import type { Programme } from '../../contract/definition/programme.ts';
import type { Scenario } from '../../contract/definition/scenario.ts';
import type { Workflow } from '../../contract/definition/workflow.ts';
import type { DefinitionKind } from '../../contract/key.ts';

/**
 * Everything that belongs to one programme, as far as it could be read: what the checks of lint look at.
 * Forms have their `$ref`s written out and their titles in all languages.
 */
export interface Dossier {
  programme: Programme;
  workflows: ReadonlyMap<string, Workflow>;
  forms: ReadonlyMap<string, Form>;
  calendars: ReadonlyMap<string, Calendar>;
  scenarios: ReadonlyMap<string, Scenario>;
  demonstration: Demonstration | null;
  /** Keys that have a definition by kind, those included that could not be read: naming them is no mistake. */
  keys: Readonly<Record<DefinitionKind, ReadonlySet<string>>>;
}
