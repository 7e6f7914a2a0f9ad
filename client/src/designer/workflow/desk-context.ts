import { createContext, useContext } from 'react';
import type { FindingView } from '#contract/wire/design.ts';
import { at, isEqual, type Path } from '../yaml/read-yaml.ts';
import type { Command } from './commands/command.ts';
import { setProperty } from './commands/set-property.ts';

export interface Choice {
  value: string;
  label: string;
}

/** A section, roster or field of a form, by its path. */
export interface FormPart extends Choice {
  sort: 'section' | 'roster' | 'field';
  /** What is filled in: the type of the form's text, or `file`. */
  type?: string;
}

/** Everything around a workflow that its properties may name. */
export interface Surroundings {
  /** What the programme's text says. */
  programme: unknown;
  locales: readonly string[];
  forms: readonly Choice[];
  /** Workflows of the programme, this one among them. */
  workflows?: readonly Choice[];
  /** Sections, fields and rosters of the form, by their path. */
  fields: readonly FormPart[];
  /** What the workflows say that this one names, by key. */
  named?: Readonly<Record<string, unknown>>;
  /** The parts of the forms that are named beside the own one, by key. */
  sheets?: Readonly<Record<string, readonly FormPart[]>>;
}

/** A workflow on the desk of its author: what it says, what is wrong with it, what is selected, and how it is changed. */
export interface WorkflowDesk {
  text: string;
  /** What the text says, or said before its syntax broke. */
  workflow: Record<string, unknown>;
  isBroken: boolean;
  findings: readonly FindingView[];
  /** Keys of states that were published: they are never renamed. */
  published: ReadonlySet<string>;
  surroundings: Surroundings;
  language: string;
  selected: Path;
  select: (path: Path) => void;
  run: (command: Command) => void;
}

export const DeskContext = createContext<WorkflowDesk | null>(null);

export const useDesk = (): WorkflowDesk => {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('a property stands on a desk');
  return desk;
};

/** A property's value and the way to change it; an empty text or list takes the property away. */
export const useProperty = (path: Path): [unknown, (value: unknown) => void] => {
  const { workflow, run, isBroken } = useDesk();
  const set = (value: unknown): void => {
    const isNothing = value === '' || value === null || (Array.isArray(value) && value.length === 0);
    if (!isBroken) run(setProperty(path, isNothing ? undefined : value));
  };
  return [at(workflow, path), set];
};

/** What lint says at a place or below it. */
export const findingsAt = (findings: readonly FindingView[], path: Path): FindingView[] =>
  findings.filter((finding) => isEqual(finding.path.slice(0, path.length), path));
