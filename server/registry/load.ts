import type { Field } from '../contract/definition/field.ts';
import type { Form } from '../contract/definition/form.ts';
import type { Programme } from '../contract/definition/programme.ts';
import type { Finding } from '../contract/finding.ts';
import { compileForm } from './compile-form.ts';
import { type Fault, type Path, findingOf, say } from './place.ts';
import type { Parsed } from './parse.ts';
import type { SchemaObject } from './schema-object.ts';
import { joinTitles } from './titles.ts';
import { writeOut } from './write-out.ts';

/** A form as everybody else sees it, and the schema that its data must satisfy. */
export interface LoadedForm {
  form: Form;
  schema: SchemaObject;
}

const titleFault = (path: Path): Fault => ({
  code: 'title-form',
  path,
  message: say('表单中的 title 应为一段文字', 'In a form `title` is plain text'),
  suggestion: say('其他语言请写在 x-title 中', 'Put other languages under x-title'),
});

/** A title in several languages is no JSON Schema: other tools could not read the file. */
const titleFaults = (field: Field, path: Path): Fault[] => [
  ...(typeof field.title === 'object' ? [titleFault([...path, 'title'])] : []),
  ...(field.oneOf ?? []).flatMap((option, index) =>
    typeof option.title === 'object' ? [titleFault([...path, 'oneOf', index, 'title'])] : [],
  ),
  ...Object.entries(field.properties ?? {}).flatMap(([key, inner]) => titleFaults(inner, [...path, 'properties', key])),
  ...(field.items === undefined ? [] : titleFaults(field.items, [...path, 'items'])),
];

const allTitleFaults = (form: Form): Fault[] => [
  ...titleFaults(form, []),
  ...Object.entries(form.$defs ?? {}).flatMap(([key, field]) => titleFaults(field, ['$defs', key])),
];

/** Loads a form within its programme: references written out, titles joined, its schema derived. */
export const loadForm = (
  parsed: Parsed<'Form'>,
  programme: Programme | undefined,
): { loaded: LoadedForm | undefined; findings: Finding[] } => {
  const { value, places, source } = parsed;
  if (value === undefined) return { loaded: undefined, findings: [] };
  const written = writeOut(value);
  const faults = [...allTitleFaults(value), ...written.faults];
  const form = joinTitles(written.form, programme?.locales[0] ?? 'zh-CN');
  const schema = compileForm(form, programme?.tables ?? {});
  const findings = faults.map((fault) => findingOf(source.file, places, fault));
  return { loaded: faults.length === 0 ? { form, schema } : undefined, findings };
};
