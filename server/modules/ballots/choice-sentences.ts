import type { Sentence } from '../../contract/problem.ts';
import type { ChoiceProblem } from '../../engine/ballot/choice.ts';

/** What a voter is told of a choice that the rules do not allow. */
export const CHOICE_SENTENCES: Record<ChoiceProblem, Sentence> = {
  malformed: { zh: '选票格式不正确', en: 'The choice is not well formed' },
  'unknown-entry': { zh: '所选对象不在候选名单中', en: 'One of the entries does not stand' },
  'named-twice': { zh: '同一对象选了两次', en: 'One of the entries is named twice' },
  'too-few': { zh: '选择的数量不足', en: 'The ballot names too few entries' },
  'too-many': { zh: '选择的数量超过上限', en: 'The ballot names too many entries' },
  'too-few-groups': { zh: '所选对象来自的单位太少', en: 'The entries come from too few different groups' },
  'blank-not-allowed': { zh: '不能投空白票', en: 'A blank ballot is not allowed' },
};
