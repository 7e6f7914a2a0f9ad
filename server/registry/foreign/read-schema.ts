import { Form } from '../../contract/definition/form.ts';
import type { Finding } from '../../contract/finding.ts';
import { LIMITS } from '../limits.ts';
import { parseJson } from '../parse-json.ts';
import { type Fault, findingOf, placesIn, say } from '../place.ts';
import { plainText } from '../source.ts';
import { type ForeignForm, formOfSchema } from './foreign-schema.ts';
import { isSchema } from './translation.ts';

/** The text of a form made of a schema, and what was told on the way; or what is wrong with the schema's text. */
export type ReadSchema =
  { text: string; told: ForeignForm['told']; fields: ForeignForm['fields'] } | { findings: Finding[] };

const FILE = 'schema.json';

const ID = /("\$id"\s*:\s*)"[^"\\]*"/;

/** A form of ours stays as it is written, but for its name. */
const ownForm = (text: string, value: unknown, key: string): ReadSchema | undefined => {
  if (!isSchema(value) || !Form.safeParse({ ...value, $id: key }).success || !ID.test(text)) return undefined;
  return { text: text.replace(ID, `$1"${key}"`), told: [], fields: [] };
};

const tooLarge = (zh: string, en: string): Fault => ({ code: 'too-large', path: [], offset: 0, message: say(zh, en) });

/** Reads a JSON Schema of any origin. */
export const readSchema = (given: string, key: string): ReadSchema => {
  const text = plainText(given);
  const isLong = Buffer.byteLength(text) > LIMITS.bytes;
  const places = placesIn(isLong ? '' : text);
  const refused = (...faults: Fault[]): ReadSchema => ({
    findings: faults.map((fault) => findingOf(FILE, places, fault)),
  });
  const limit = `${String(LIMITS.bytes / 1024)} kB`;
  if (isLong) return refused(tooLarge(`JSON Schema 不能超过 ${limit}`, `A schema is at most ${limit}`));
  const { value, faults } = parseJson(text, places);
  if (value === undefined || faults.length > 0) return refused(...faults);
  if (!isSchema(value))
    return refused({
      code: 'shape',
      path: [],
      message: say('这不是 JSON Schema，应为一个对象', 'This is no JSON Schema; it should be an object'),
    });
  const own = ownForm(text, value, key);
  if (own !== undefined) return own;
  const { form, told, fields, isTooLarge } = formOfSchema(value, key);
  if (isTooLarge)
    return refused(tooLarge('展开引用后太大，请拆成几张表单', 'Written out, it is too large for a form; split it'));
  return { text: `${JSON.stringify(form, null, 2)}\n`, told, fields };
};
