import type { FindingText } from '../../contract/finding.ts';
import type { LocalText } from '../../contract/text.ts';
import type { ChangeClass } from '../../contract/wire/publication.ts';
import { say } from '../lint/check.ts';
import type { Change } from './change.ts';
import { named } from './shown-value.ts';
import { type Pair, type Place, type Tell, at, change, part, same } from './telling.ts';

/** Things by permanent keys: added, taken away, renamed, put in another order, or changed in themselves. */
export interface EntriesTold<Value> {
  /** What such a thing is called: 环节, state. */
  thing: FindingText;
  added: ChangeClass;
  removed: ChangeClass;
  order?: ChangeClass;
  /** Its name in words; its title, else its key. */
  name?: (value: Value, key: string) => FindingText;
  /** What changes within one that stays. */
  inside: Tell<Value>;
}

type Entries<Value> = Readonly<Record<string, Value>>;

const titleOf = (value: unknown): LocalText | undefined =>
  typeof value === 'object' && value !== null ? (value as { title?: LocalText }).title : undefined;

const nameOf = <Value>({ name }: EntriesTold<Value>, value: Value, key: string): FindingText =>
  name === undefined ? named({ title: titleOf(value) }, key) : name(value, key);

/** Pairs of keys of which the one went and the other came with the same title: a renaming. */
export const renamings = <Value>(before: Entries<Value>, after: Entries<Value>): Map<string, string> => {
  const come = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
  const pairs = new Map<string, string>();
  for (const [key, value] of Object.entries(before)) {
    const title = titleOf(value);
    if (Object.hasOwn(after, key) || title === undefined) continue;
    const now = come.find((other) => !pairs.has(other) && same(titleOf(after[other]), title));
    if (now !== undefined) pairs.set(now, key);
  }
  return pairs;
};

const isReordered = (before: readonly string[], after: readonly string[]): boolean => {
  const stayed = before.filter((key) => after.includes(key));
  return !same(
    stayed,
    after.filter((key) => stayed.includes(key)),
  );
};

/** The line that says that things which stay are in another order. */
export const orderChange = (
  before: readonly string[],
  after: readonly string[],
  { place, thing, grade = 'A' }: { place: Place; thing: FindingText; grade?: ChangeClass },
): Change[] =>
  isReordered(before, after)
    ? [change(place, grade, at(place, say(`${thing['zh-CN']}的顺序有调整`, `the order of ${thing.en} changed`)))]
    : [];

export const entries =
  <Value>(told: EntriesTold<Value>): Tell<Entries<Value>> =>
  ({ before = {}, after = {} }: Pair<Entries<Value>>, place) => {
    const { thing } = told;
    const renamed = renamings(before, after);
    const gone = new Set(renamed.values());
    const here = (key: string, value: Value): Place => {
      const name = nameOf(told, value, key);
      return part(place, [key], say(`${thing['zh-CN']}${name['zh-CN']}`, `${thing.en} ${name.en}`));
    };
    const one = (key: string, value: Value): Change[] => {
      const was = before[key];
      if (was !== undefined)
        return same(was, value) ? [] : told.inside({ before: was, after: value }, here(key, value));
      const name = nameOf(told, value, key);
      const old = renamed.get(key);
      const words =
        old === undefined
          ? say(`新增${thing['zh-CN']}${name['zh-CN']}`, `${thing.en} ${name.en} is new`)
          : say(
              `${thing['zh-CN']}${name['zh-CN']}的代码从 ${old} 改为 ${key}`,
              `the key of ${thing.en} ${name.en} changed from ${old} to ${key}`,
            );
      const within = old === undefined ? [] : told.inside({ before: before[old], after: value }, here(key, value));
      return [
        change(
          { ...place, path: [...place.path, key] },
          old === undefined ? told.added : told.removed,
          at(place, words),
        ),
        ...within,
      ];
    };
    const removed = Object.entries(before).flatMap(([key, value]): Change[] => {
      if (Object.hasOwn(after, key) || gone.has(key)) return [];
      const name = nameOf(told, value, key);
      const words = say(`删去${thing['zh-CN']}${name['zh-CN']}`, `${thing.en} ${name.en} is gone`);
      return [change({ ...place, path: [...place.path, key] }, told.removed, at(place, words))];
    });
    return [
      ...removed,
      ...Object.entries(after).flatMap(([key, value]) => one(key, value)),
      ...orderChange(Object.keys(before), Object.keys(after), { place, thing, grade: told.order ?? 'A' }),
    ];
  };
