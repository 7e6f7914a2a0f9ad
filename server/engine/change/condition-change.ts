import type { Conditional, Field } from '../../contract/definition/field.ts';
import type { FindingText } from '../../contract/finding.ts';
import { say } from '../lint/check.ts';
import type { Change } from './change.ts';
import { sentencesOf } from './condition-words.ts';
import { named } from './shown-value.ts';
import { type Pair, type Place, at, change, same } from './telling.ts';

type Ruled = Pick<Field, 'if' | 'then' | 'else' | 'allOf' | 'dependentRequired'>;

const ruledBy = (group: Field | undefined): Ruled => ({
  if: group?.if,
  then: group?.then,
  else: group?.else,
  allOf: group?.allOf,
  dependentRequired: group?.dependentRequired,
});

const dependents = (group: Field): FindingText[] =>
  Object.entries(group.dependentRequired ?? {}).flatMap(([key, needed]) =>
    needed.map((other) => {
      const [one, two] = [named(group.properties?.[key], key), named(group.properties?.[other], other)];
      return say(`填了${one['zh-CN']}时，${two['zh-CN']}必填`, `when ${one.en} is filled in: ${two.en} is required`);
    }),
  );

const sentences = (group: Field | undefined): FindingText[] => {
  if (group === undefined) return [];
  const own: Partial<Conditional> = {
    ...(group.if !== undefined && { if: group.if }),
    ...(group.then !== undefined && { then: group.then }),
    ...(group.else !== undefined && { else: group.else }),
  };
  return [own, ...(group.allOf ?? [])].flatMap((one) => sentencesOf(one, group.properties)).concat(dependents(group));
};

/** Conditions that came and went, as sentences; titles of fields do not make other sentences of the old ones. */
export const conditionChanges = ({ before, after }: Pair<Field>, place: Place): Change[] => {
  if (same(ruledBy(before), ruledBy(after))) return [];
  const titled =
    after === undefined ? before : { ...before, properties: { ...before?.properties, ...after.properties } };
  const old = sentences(before === undefined ? undefined : { ...before, ...titledOnly(titled) });
  const now = sentences(after === undefined ? undefined : { ...after, ...titledOnly(titled) });
  const has = (all: readonly FindingText[], one: FindingText): boolean => all.some((other) => same(other, one));
  const told = (all: readonly FindingText[], zh: string, en: string): Change[] =>
    all.map((one) => change(place, 'C', at(place, say(`${zh}：${one['zh-CN']}`, `${en}: ${one.en}`))));
  const lines = [
    ...told(
      old.filter((one) => !has(now, one)),
      '取消条件',
      'condition gone',
    ),
    ...told(
      now.filter((one) => !has(old, one)),
      '新增条件',
      'new condition',
    ),
  ];
  return lines.length > 0
    ? lines
    : [change(place, 'C', at(place, say('条件的写法有调整', 'the conditions are written in another way')))];
};

const titledOnly = (group: Field | undefined): Pick<Field, 'properties'> =>
  group?.properties === undefined ? {} : { properties: group.properties };
