import type { FindingText } from '../../contract/finding.ts';
import type { ChangeClass } from '../../contract/wire/publication.ts';
import { say } from '../lint/check.ts';
import { type Show, shownValue } from './shown-value.ts';
import { type Tell, at, change, same } from './telling.ts';

interface ListTold {
  thing: FindingText;
  grade: ChangeClass;
  show?: Show;
}

/** A list of things without keys: which came, which went; in another order only where none did. */
export const list =
  ({ thing, grade, show = shownValue }: ListTold): Tell<readonly unknown[]> =>
  ({ before = [], after = [] }, place) => {
    const texts = (all: readonly unknown[]): string[] => all.map((one) => JSON.stringify(one));
    const [old, now] = [texts(before), texts(after)];
    const gone = before.filter((one) => !now.includes(JSON.stringify(one)));
    const come = after.filter((one) => !old.includes(JSON.stringify(one)));
    const told = (all: readonly unknown[], zh: string, en: string) =>
      all.map((one) => {
        const shown = show(one);
        return change(
          place,
          grade,
          at(place, say(`${zh}${thing['zh-CN']}${shown['zh-CN']}`, `${thing.en} ${shown.en} ${en}`)),
        );
      });
    const lines = [...told(gone, '删去', 'is gone'), ...told(come, '新增', 'is new')];
    if (lines.length > 0 || same(before, after)) return lines;
    return [
      change(place, grade, at(place, say(`${thing['zh-CN']}的顺序或次数有调整`, `the order of ${thing.en} changed`))),
    ];
  };
