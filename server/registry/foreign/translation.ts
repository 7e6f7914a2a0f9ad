import type { FindingText } from '../../contract/finding.ts';
import { say } from '../place.ts';

/** One place of a foreign schema: its keywords, where it stands, and what is noted on the way. */

export type Schema = Readonly<Record<string, unknown>>;

export interface Translation {
  /** The whole document, for references. */
  readonly root: Schema;
  readonly told: { at: string; words: FindingText }[];
  readonly fields: { at: string; path: string; title: string; kind: FindingText }[];
  /** How many schemas were read; references may repeat them without end. */
  count: number;
}

/** Where a schema stands in the foreign text (JSON Pointer), and its field in the form (keys with dots). */
export interface Place {
  at: string;
  path: readonly string[];
  /** References that were followed to come here. */
  through: readonly string[];
}

export const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const without = (schema: Schema, keyword: string): Schema =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== keyword));

export const within = (place: Place, ...steps: (string | number)[]): Place => ({
  ...place,
  at: `${place.at}${steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`,
});

/** How much is told one by one. */
const MOST_TOLD = 500;

export const tell = ({ told }: Translation, at: string, zh: string, en: string): void => {
  if (told.length < MOST_TOLD) told.push({ at: at === '' ? '/' : at, words: say(zh, en) });
};

export const tellLeftOut = (translation: Translation, place: Place, keyword: string): void => {
  tell(
    translation,
    within(place, keyword).at,
    `表单没有“${keyword}”，没有带入`,
    `Forms know no "${keyword}"; it is left out`,
  );
};

const pointed = (root: Schema, ref: string): unknown => {
  if (ref === '#') return root;
  if (!ref.startsWith('#/')) return undefined;
  return ref
    .slice(2)
    .split('/')
    .map((step) => decodeStep(step))
    .reduce<unknown>(
      (here, step) =>
        typeof here === 'object' && here !== null && Object.hasOwn(here, step) ? (here as Schema)[step] : undefined,
      root,
    );
};

const decodeStep = (step: string): string => {
  const plain = step.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
};

/** The schema with what it refers to written out under its own keywords; a reference that leads nowhere, or in a ring, is told. */
export const resolved = (translation: Translation, given: Schema, place: Place): { schema: Schema; place: Place } => {
  const { $ref: ref, ...own } = given;
  if (typeof ref !== 'string') return { schema: given, place };
  const target = pointed(translation.root, ref);
  if (place.through.includes(ref)) {
    tell(translation, place.at, `“${ref}”引用了自己，到此为止`, `"${ref}" refers to itself and ends here`);
    return { schema: own, place };
  }
  if (!isSchema(target)) {
    tell(translation, place.at, `找不到“${ref}”，没有带入`, `"${ref}" leads nowhere in this text and is left out`);
    return { schema: own, place };
  }
  return resolved(translation, { ...target, ...own }, { ...place, through: [...place.through, ref] });
};
