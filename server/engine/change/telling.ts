import type { FindingText } from '../../contract/finding.ts';
import type { ChangeClass } from '../../contract/wire/publication.ts';
import { type Path, type Subject, say } from '../lint/check.ts';
import type { Change } from './change.ts';
import { type Show, shownValue } from './shown-value.ts';

/**
 * How differences are told: every part of a definition has a teller, put together in tables that TypeScript holds to
 * name every property there is, so that no part can change in silence.
 */

/** Where a part stands, and how a clerk calls it. */
export interface Place {
  of: Subject;
  path: Path;
  name: FindingText;
}

export interface Pair<Value> {
  before: Value | undefined;
  after: Value | undefined;
}

export type Tell<Value> = (pair: Pair<Value>, place: Place) => Change[];

/** Equal in value and in the order of keys, which is the order people see. */
export const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

export const change = ({ of, path }: Place, grade: ChangeClass, words: FindingText): Change => ({
  of,
  class: grade,
  path,
  words,
});

/** `<place>：<what>`. */
export const at = ({ name }: Place, what: FindingText): FindingText =>
  say(`${name['zh-CN']}：${what['zh-CN']}`, `${name.en}: ${what.en}`);

/** A part of the place, with a name of its own. */
const within = ({ of, path }: Place, steps: Path, name: FindingText): Place => ({
  of,
  path: [...path, ...steps],
  name,
});

/** The place's name with a part of it. */
export const part = (place: Place, steps: Path, name: FindingText): Place =>
  within(place, steps, say(`${place.name['zh-CN']}${name['zh-CN']}`, `${place.name.en}, ${name.en}`));

/** A value that is set, taken away, or goes from one to another. */
export const setting =
  (grade: ChangeClass, label: FindingText, show: Show = shownValue): Tell<unknown> =>
  ({ before, after }, place) => {
    const [old, now] = [before, after].map((value) => (value === undefined ? null : show(value)));
    if (old === null || old === undefined)
      return [
        change(
          place,
          grade,
          at(place, say(`${label['zh-CN']}设为${now?.['zh-CN'] ?? ''}`, `${label.en} is set to ${now?.en ?? ''}`)),
        ),
      ];
    if (now === null || now === undefined)
      return [
        change(
          place,
          grade,
          at(place, say(`取消${label['zh-CN']}（原为${old['zh-CN']}）`, `${label.en} is gone (was ${old.en})`)),
        ),
      ];
    return [
      change(
        place,
        grade,
        at(
          place,
          same(old, now)
            ? say(`${label['zh-CN']}有改动`, `${label.en} changed`)
            : say(
                `${label['zh-CN']}从${old['zh-CN']}改为${now['zh-CN']}`,
                `${label.en} changed from ${old.en} to ${now.en}`,
              ),
        ),
      ),
    ];
  };

/** A text for people: changes nothing but what is read. */
export const text = (label: FindingText): Tell<unknown> => setting('A', label);

/** Tellers of all properties of a closed shape. */
export type Table<Value> = { [Name in keyof Value]-?: Tell<NonNullable<Value[Name]>> };

/** Tells every property that differs, at its own path and under the name of the whole. */
export const table =
  <Value extends object>(tellers: Table<Value>): Tell<Value> =>
  ({ before, after }, place) =>
    (Object.keys(tellers) as (keyof Value & string)[]).flatMap((name) => {
      const pair = { before: before?.[name], after: after?.[name] };
      return same(pair.before, pair.after)
        ? []
        : (tellers[name] as Tell<unknown>)(pair, { ...place, path: [...place.path, name] });
    });
