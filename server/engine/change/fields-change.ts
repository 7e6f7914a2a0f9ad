import type { Field } from '../../contract/definition/field.ts';
import { say } from '../lint/check.ts';
import type { Change } from './change.ts';
import { orderChange, renamings } from './entries.ts';
import { calledField, thingOf } from './field-words.ts';
import { type Pair, type Place, at, change, part, same } from './telling.ts';

type Fields = Readonly<Record<string, Field>>;

interface Inside {
  isRoster: boolean;
  inside: (pair: Pair<Field>, place: Place) => Change[];
}

const isRequired = (group: Field | undefined, key: string): boolean => group?.required?.includes(key) === true;

/** The fields of a group: come, gone, under another key, in another order, and what differs in each. */
export const fieldsWithin = ({ before, after }: Pair<Field>, place: Place, { isRoster, inside }: Inside): Change[] => {
  const [old, now]: [Fields, Fields] = [before?.properties ?? {}, after?.properties ?? {}];
  if (same(old, now)) return [];
  const renamed = renamings(old, now);
  const moved = new Set(renamed.values());
  const steps = (key: string): (string | number)[] => ['properties', key];
  const placed = (key: string): Place => ({ ...place, path: [...place.path, ...steps(key)] });
  const removed = Object.entries(old).flatMap(([key, field]): Change[] => {
    if (Object.hasOwn(now, key) || moved.has(key)) return [];
    const called = calledField(field, key, isRoster);
    return [change(placed(key), 'E', at(place, say(`删去${called['zh-CN']}`, `${called.en} is gone`)))];
  });
  const one = ([key, field]: [string, Field]): Change[] => {
    const called = calledField(field, key, isRoster);
    const was = old[renamed.get(key) ?? key];
    const here = part(place, steps(key), was === undefined ? called : calledField(was, key, isRoster));
    if (Object.hasOwn(old, key)) return inside({ before: was, after: field }, here);
    const from = renamed.get(key);
    if (from !== undefined) {
      const words = say(
        `${called['zh-CN']}的代码从 ${from} 改为 ${key}`,
        `the key of ${called.en} changed from ${from} to ${key}`,
      );
      return [change(placed(key), 'E', at(place, words)), ...inside({ before: was, after: field }, here)];
    }
    const must = isRequired(after, key);
    const words = say(
      `新增${must ? '必填' : '选填'}${called['zh-CN'].replace(/^填写/, '')}`,
      `${must ? 'required' : 'optional'} ${called.en} is new`,
    );
    return [change(placed(key), 'C', at(place, words))];
  };
  const thing = isRoster ? say('列', 'the columns') : say('填写项', 'the fields');
  return [
    ...removed,
    ...Object.entries(now).flatMap(one),
    ...orderChange(Object.keys(old), Object.keys(now), { place, thing }),
  ];
};

/** Fields that stay and become required or optional. */
export const requiredChanges = ({ before, after }: Pair<Field>, place: Place, isRoster: boolean): Change[] => {
  if (same(before?.required, after?.required)) return [];
  const here = { ...place, path: [...place.path, 'required'] };
  const both = Object.entries(after?.properties ?? {}).filter(([key]) => before?.properties?.[key] !== undefined);
  const lines = both.flatMap(([key, field]): Change[] => {
    const [was, is] = [isRequired(before, key), isRequired(after, key)];
    if (was === is) return [];
    const called = calledField(field, key, isRoster);
    const words = is
      ? say(`${called['zh-CN']}改为必填`, `${called.en} becomes required`)
      : say(`${called['zh-CN']}改为选填`, `${called.en} becomes optional`);
    return [change(here, 'C', at(place, words))];
  });
  const known = new Set([...Object.keys(before?.properties ?? {}), ...Object.keys(after?.properties ?? {})]);
  const strange = [...(before?.required ?? []), ...(after?.required ?? [])].some((key) => !known.has(key));
  const isTold = lines.length > 0 || !same(before?.properties, after?.properties);
  if (isTold && !strange) return lines;
  const thing = thingOf({ type: 'string' }, isRoster);
  return [
    ...lines,
    change(here, 'A', at(place, say(`必填${thing['zh-CN']}的写法有调整`, `the list of required ${thing.en}s changed`))),
  ];
};
