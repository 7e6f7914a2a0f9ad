import type { RefusalReason } from '../../contract/refusal.ts';
import { type LocalText, textIn } from '../../contract/text.ts';
import type { Refused } from '../../engine/outcome.ts';
import { DomainError } from '../domain-error.ts';

/** What each refusal says where the definition has no words of its own for it. */
const SENTENCES: Record<RefusalReason, { zh: string; en: string }> = {
  'not-your-role': { zh: '此操作不由您的角色办理', en: 'This is not for your role to do' },
  'same-person': {
    zh: '您已参与本事项的前一环节，须由他人办理',
    en: 'You took part in an earlier step; somebody else has to do this',
  },
  'unknown-action': { zh: '没有此操作', en: 'There is no such action' },
  'not-in-this-state': { zh: '当前环节不能进行此操作', en: 'This cannot be done in the present state' },
  'case-not-open': { zh: '本事项已关闭', en: 'This case is closed' },
  'window-not-open': { zh: '本期报送尚未开始', en: 'The reporting window has not opened yet' },
  'start-not-open': { zh: '现在不在可以新建的时间内', en: 'This is not the time in which one can be begun' },
  'start-limit': { zh: '已达到可新建的数量上限', en: 'As many as are allowed have been begun' },
  'comment-required': { zh: '请填写意见', en: 'Please give a comment' },
  'reason-required': { zh: '请选择原因', en: 'Please choose a reason' },
  'claimed-by-another': { zh: '他人已接单办理', en: 'Somebody else has claimed this' },
  'conflict-of-interest': {
    zh: '您与此事项有利害关系，应当回避',
    en: 'You have an interest in this; somebody else has to judge it',
  },
  'judged-already': { zh: '您已提交过意见，不能更改', en: 'You have judged this already; it cannot be changed' },
  'outcome-required': { zh: '请选择结论', en: 'Please choose one of the outcomes' },
  'form-invalid': { zh: '填写内容有误，请按提示修改', en: 'Some of what was entered is not right; please mend it' },
  'deadline-passed': { zh: '已超过截止时间', en: 'The deadline has passed' },
  'quota-exceeded': { zh: '名额已满', en: 'All places are taken' },
  'guard-failed': { zh: '尚不满足办理条件', en: 'The conditions are not met' },
  'original-required': { zh: '请先上传单位报送的原件', en: 'Please attach the paper that the organisation sent' },
  'member-refused': { zh: '有汇集的事项不能办理', en: 'One of the gathered cases cannot take it' },
  'extension-too-long': { zh: '延期超过允许的期限', en: 'The extension is longer than allowed' },
};

/** Why, in words: those of the definition, else those of the reason. */
export const refusalText = ({ reason, messages }: Refused): LocalText[] =>
  messages.length > 0 ? messages : [{ 'zh-CN': SENTENCES[reason].zh, en: SENTENCES[reason].en }];

/** A refusal in one sentence of the language. */
export const refusalSentence = (refused: Refused, language: string): string => {
  const said = refused.messages.map((message) => textIn(message, language)).filter((text) => text !== '');
  return said.length > 0 ? said.join('；') : SENTENCES[refused.reason][language.startsWith('en') ? 'en' : 'zh'];
};

/** The engine's refusal as the error that services throw; what the form has against the data keeps its places. */
export const refusalError = (refused: Refused, language: string): DomainError => {
  const said = refused.messages.map((message) => textIn(message, language)).filter((text) => text !== '');
  const detail = said.length > 0 ? said.join('；') : SENTENCES[refused.reason];
  const issues = refused.issues.map((issue) => {
    const { pointer, message, severity } = issue;
    return { pointer, message, severity, ...('code' in issue && { code: String(issue.code) }) };
  });
  return new DomainError(refused.reason === 'form-invalid' ? 'invalid' : 'refused', detail, {
    reason: refused.reason,
    issues,
  });
};
