import type { Rule } from '../../contract/definition/field.ts';
import type { LocalText } from '../../contract/text.ts';
import { say } from '../lint/check.ts';
import { oneOf, quoted } from './shown-value.ts';
import { type Place, type Tell, at, change, part, same, setting, table, text } from './telling.ts';
import type { Change } from './change.ts';

const SEVERITIES = {
  error: say('错误', 'an error'),
  warning: say('提醒', 'a warning'),
  waivable: say('可说明后放行', 'waivable'),
};

const insideRule = table<Rule>({
  expr: setting('C', say('校验条件', 'the condition')),
  message: text(say('提示', 'the message')),
  severity: setting('C', say('程度', 'the severity'), oneOf(SEVERITIES)),
  at: text(say('提示的位置', 'the place of the message')),
});

interface Told {
  message: LocalText;
  expr: string;
}

const here = (place: Place, index: number, { message }: Told): Place => {
  const name = quoted(message);
  return part(place, [index], say(`校验${name['zh-CN']}`, `rule ${name.en}`));
};

/** Rules that say something where an expression does not hold; each is known by its message, else by its expression. */
export const rulesOf =
  <One extends Told>(inside: Tell<One>): Tell<One[]> =>
  ({ before = [], after = [] }, place) => {
    const free = [...before];
    const take = (test: (one: One) => boolean): One | undefined => {
      const index = free.findIndex(test);
      return index < 0 ? undefined : free.splice(index, 1)[0];
    };
    const exact = after.map((one) => take((other) => same(other, one)));
    const close = after.map(
      (one, index) =>
        exact[index] ?? take((other) => same(other.message, one.message)) ?? take((other) => other.expr === one.expr),
    );
    const lines = after.flatMap((one, index): Change[] => {
      const was = close[index];
      if (was !== undefined) return inside({ before: was, after: one }, here(place, index, was));
      const name = quoted(one.message);
      const words = say(`新增校验${name['zh-CN']}`, `rule ${name.en} is new`);
      return [change({ ...place, path: [...place.path, index] }, 'C', at(place, words))];
    });
    const gone = free.map((one) => {
      const name = quoted(one.message);
      return change(place, 'C', at(place, say(`取消校验${name['zh-CN']}`, `rule ${name.en} is gone`)));
    });
    if (lines.length + gone.length > 0) return [...gone, ...lines];
    return [change(place, 'A', at(place, say('校验的顺序有调整', 'the order of the rules changed')))];
  };

export const fieldRules: Tell<Rule[]> = rulesOf(insideRule);
