import type { DefinitionKind } from '../contract/key.ts';
import type { Finding } from '../contract/finding.ts';
import { type DefinitionOf, SHAPES, nameKeyOf } from './definition.ts';
import { LIMITS } from './limits.ts';
import { parseJson } from './parse-json.ts';
import { parseYaml } from './parse-yaml.ts';
import { type Fault, type Path, type Places, findingOf, placesIn, say } from './place.ts';
import { readShape } from './shape.ts';
import { type DefinitionSource, plainText } from './source.ts';

/** A definition that was read: its typed value where the text is right in form, and everything that is wrong with it. */
export interface Parsed<Kind extends DefinitionKind = DefinitionKind> {
  source: DefinitionSource;
  places: Places;
  value: DefinitionOf[Kind] | undefined;
  findings: Finding[];
  /** Of a workflow made by binding another one: that one's key, and its place in the programme's `uses`. */
  bound?: { template: string; index: number };
  /** Where somebody wrote what stands at a path, for a text that was put together of others. */
  origin?: (path: Path) => { file: string; places: Places; path: Path; isTemplate: boolean };
}

/** What is wrong with a definition, at the place where somebody wrote it. */
export const findingIn = ({ source, places, origin }: Parsed, fault: Fault): Finding => {
  const at = origin?.(fault.path) ?? { file: source.file, places, path: fault.path };
  return findingOf(at.file, at.places, { ...fault, path: at.path });
};

const sizeFault = (text: string): Fault[] => {
  if (text.length <= LIMITS.bytes && Buffer.byteLength(text) <= LIMITS.bytes) return [];
  const limit = `${String(LIMITS.bytes / 1024)} kB`;
  return [
    {
      code: 'too-large',
      path: [],
      offset: 0,
      message: say(`定义不能超过 ${limit}`, `A definition is at most ${limit}`),
      suggestion: say('请拆分，或把长内容放到附件里', 'Split it, or keep long contents elsewhere'),
    },
  ];
};

// Everything below the space but tab and line feed, DEL, and halves of characters.
const UNPRINTABLE =
  /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const letterFault = (text: string): Fault[] => {
  const found = UNPRINTABLE.exec(text);
  if (found === null) return [];
  const code = `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return [
    {
      code: 'control-character',
      path: [],
      offset: found.index,
      message: say(`含有不可见的控制字符 ${code}`, `There is an unprintable character, ${code}`),
      suggestion: say('请删去它', 'Delete it'),
    },
  ];
};

const nameFaults = (source: DefinitionSource, value: unknown): Fault[] => {
  const at = nameKeyOf(source.name.kind);
  const said = (value as Record<string, unknown>)[at];
  if (said === source.name.key) return [];
  return [
    {
      code: 'name-differs',
      path: [at],
      message: say(
        `“${String(said)}”与所在文件的名字“${source.name.key}”不一致`,
        `"${String(said)}" differs from the name of its file, "${source.name.key}"`,
      ),
      suggestion: say(
        `请写 ${at}: ${source.name.key}，或给文件改名`,
        `Write ${at}: ${source.name.key}, or rename the file`,
      ),
    },
  ];
};

const isJson = ({ name }: DefinitionSource): boolean => name.kind === 'Form';

/** Reads one definition whatever is in it: never throws, never hangs, tells all that is wrong at once. */
export const parse = <Kind extends DefinitionKind>(
  source: DefinitionSource & { name: { kind: Kind } },
): Parsed<Kind> => {
  const tooLarge = sizeFault(source.text);
  const text = tooLarge.length > 0 ? '' : plainText(source.text);
  const places = placesIn(text);
  const answer = (faults: readonly Fault[], value?: DefinitionOf[Kind]): Parsed<Kind> => ({
    source,
    places,
    value: faults.some(({ severity }) => severity !== 'warning') ? undefined : value,
    findings: faults.map((fault) => findingOf(source.file, places, fault)),
  });
  const early = [...tooLarge, ...letterFault(text)];
  if (early.length > 0) return answer(early);
  const read = isJson(source) ? parseJson(text, places) : parseYaml(text, places);
  if (read.value === undefined) return answer(read.faults);
  const shaped = readShape(SHAPES[source.name.kind], read.value);
  if (shaped.value === undefined) return answer([...read.faults, ...shaped.faults]);
  return answer([...read.faults, ...nameFaults(source, shaped.value)], shaped.value as DefinitionOf[Kind]);
};
