import type { Binding } from '../contract/definition/programme.ts';
import { boundText } from './bind-text.ts';
import { fileOfName } from './folder.ts';
import { type Parsed, parse } from './parse.ts';
import { type Fault, type Path, findingOf, say, valueAt } from './place.ts';

/**
 * Bindings as workflows: each line of a programme's `uses` makes one more definition, of its workflow's text with the line
 * laid over it. What is found in it is told where a person can mend it: in the line, or in the workflow's own text.
 */

/** Where in `with` the words of a path would stand. */
const inLine = (path: Path): Path | undefined => {
  const [first, second, third] = path;
  if (first === 'subject') return second === 'form' || second === 'audience' ? path.slice(1) : undefined;
  if (first === 'params') return third === 'value' && second !== undefined ? [first, second] : undefined;
  return first === 'title' || first === 'description' || first === 'periods' || first === 'deadlines'
    ? path
    : undefined;
};

/** The path in the programme's text that wrote what stands at a path of the bound workflow; undefined where the workflow's own text did. */
const writtenBy = (binding: Binding, index: number, path: Path): Path | undefined => {
  const line = ['uses', index];
  if (path[0] === 'key' || path.length === 0) return [...line, 'as'];
  const within = inLine(path);
  return within !== undefined && valueAt(binding.with, within) !== undefined ? [...line, 'with', ...within] : undefined;
};

/** A text that no longer fits once it is laid over: told at the line that did it. */
const misfit = (programme: Parsed, index: number, findings: Parsed['findings']): Parsed['findings'] =>
  findings.map(({ code, severity, message, suggestion }) =>
    findingOf(programme.source.file, programme.places, { code, severity, message, suggestion, path: ['uses', index] }),
  );

const bindOne = (
  { programme, template }: { programme: Parsed; template: Parsed },
  binding: Binding,
  index: number,
): Parsed => {
  const name = { programme: programme.source.name.programme, kind: 'Workflow' as const, key: binding.as };
  const bound = { template: template.source.name.key, index };
  const source = { name, file: fileOfName(name), text: template.source.text };
  const origin = (path: Path) => {
    const written = writtenBy(binding, index, path);
    const { source: from, places } = written === undefined ? template : programme;
    return { file: from.file, places, path: written ?? path, isTemplate: written === undefined };
  };
  // A workflow that could not be read is told of once, in its own text; its bindings keep their names.
  if (template.value === undefined)
    return { source, places: template.places, value: undefined, findings: [], bound, origin };
  const read = parse({ ...source, text: boundText(template.source.text, binding) });
  return { ...read, findings: misfit(programme, index, read.value === undefined ? read.findings : []), bound, origin };
};

const keyTaken = (programme: Parsed, index: number, key: string): Fault & { file: string } => ({
  file: programme.source.file,
  code: 'binding-key',
  path: ['uses', index, 'as'],
  message: say(`键“${key}”已被另一个流程使用`, `The key "${key}" is another workflow's already`),
  suggestion: say('请换一个键', 'Choose another key'),
});

const ofProgramme = (programme: Parsed<'Programme'>, workflows: ReadonlyMap<string, Parsed>) => {
  const taken = new Set(workflows.keys());
  const documents: Parsed[] = [];
  const findings: Parsed['findings'] = [];
  (programme.value?.uses ?? []).forEach((binding, index) => {
    const template = workflows.get(binding.workflow);
    if (taken.has(binding.as)) {
      const { file, ...fault } = keyTaken(programme, index, binding.as);
      findings.push(findingOf(file, programme.places, fault));
    } else if (template !== undefined) documents.push(bindOne({ programme, template }, binding, index));
    taken.add(binding.as);
  });
  return { documents, findings };
};

/** The workflows that the programmes among these texts make by binding, and keys that are taken twice. */
export const bindingsOf = (parsed: readonly Parsed[]): { documents: Parsed[]; findings: Parsed['findings'] } => {
  const programmes = parsed.filter((one): one is Parsed<'Programme'> => one.source.name.kind === 'Programme');
  const each = programmes.map((programme) => {
    const own = parsed.filter(
      ({ source: { name } }) => name.kind === 'Workflow' && name.programme === programme.source.name.programme,
    );
    return ofProgramme(programme, new Map(own.map((one) => [one.source.name.key, one])));
  });
  return {
    documents: each.flatMap(({ documents }) => documents),
    findings: each.flatMap(({ findings }) => findings),
  };
};
