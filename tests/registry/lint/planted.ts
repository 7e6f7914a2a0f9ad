import type { Finding } from '../../../server/contract/finding.ts';
import { inspect } from '../../../server/registry/inspect.ts';
import type { DefinitionSource } from '../../../server/registry/source.ts';
import { aSource } from '../trial.ts';
import { aCalendar, aForm, aProgramme, aScenario, aWorkflow } from './lantern.ts';

type Parts = Record<string, string>;

/** What differs from the sound programme: parts of its texts, or whole texts. */
export interface Planted {
  programme?: Parts;
  workflow?: Parts;
  /** The form's properties, and what stands beside them. */
  fields?: Record<string, unknown>;
  form?: Record<string, unknown>;
  calendar?: string;
  scenario?: Parts;
  more?: DefinitionSource[];
}

const FIELDS = { glass: { type: 'string', title: 'Glass', maxLength: 20 } };

const pretty = (text: string): string => JSON.stringify(JSON.parse(text), null, 2);

export const sourcesOf = ({
  programme,
  workflow,
  fields = FIELDS,
  form,
  calendar,
  scenario,
  more = [],
}: Planted): DefinitionSource[] => [
  aSource('Programme', aProgramme(programme)),
  aSource('Workflow', aWorkflow(workflow)),
  aSource('Form', pretty(aForm(fields, form))),
  aSource('Calendar', aCalendar(calendar)),
  ...(scenario === undefined ? [] : [aSource('Scenario', aScenario(scenario))]),
  ...more,
];

const line = ({ file, line: at, column, code, message, suggestion }: Finding): string => {
  const name = file.replace(/^.*\/(?=[^/]+$)/, '');
  return `${name}:${at}:${column} ${code}: ${message.en}${suggestion === undefined ? '' : ` → ${suggestion.en}`}`;
};

/** What lint says of the sound programme with a mistake planted, one line a finding. */
export const lint = (planted: Planted): { errors: string[]; warnings: string[]; findings: Finding[] } => {
  const { findings } = inspect(sourcesOf(planted));
  const of = (severity: Finding['severity']): string[] =>
    findings.filter((finding) => finding.severity === severity).map(line);
  return { errors: of('error'), warnings: of('warning'), findings };
};
