import { Calendar } from '../contract/definition/calendar.ts';
import { Demonstration } from '../contract/definition/demonstration.ts';
import { Form } from '../contract/definition/form.ts';
import { Migration } from '../contract/definition/migration.ts';
import { Programme } from '../contract/definition/programme.ts';
import { Scenario } from '../contract/definition/scenario.ts';
import { Workflow } from '../contract/definition/workflow.ts';
import type { DefinitionKind } from '../contract/key.ts';

/** The shape of each kind of definition. */
export const SHAPES = {
  Programme,
  Form,
  Workflow,
  Calendar,
  Scenario,
  Demonstration,
  Migration,
} as const satisfies Record<DefinitionKind, unknown>;

export interface DefinitionOf {
  Programme: Programme;
  Form: Form;
  Workflow: Workflow;
  Calendar: Calendar;
  Scenario: Scenario;
  Demonstration: Demonstration;
  Migration: Migration;
}

/** Under which key a definition says its own name. */
export const nameKeyOf = (kind: DefinitionKind): 'key' | '$id' => (kind === 'Form' ? '$id' : 'key');
