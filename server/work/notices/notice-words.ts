import { textIn } from '../../contract/text.ts';
import type { Case } from '../../engine/case.ts';
import { caseValues } from '../../engine/environment-values.ts';
import { INSTANT } from '../../engine/expression-type.ts';
import { tell, valueText } from '../../engine/expression-template.ts';
import type { Model } from '../../engine/model.ts';
import type { Situation } from '../../engine/situation.ts';
import type { NoticeOrder } from '../../modules/outbox-topics.ts';
import { builtInWords } from './built-in-words.ts';

/** Which case it is about, as one reads it at a glance: the workflow, the organisation, the period. */
export const caseTitle = (model: Model, { organisation, period }: Case, locale: string): string =>
  [textIn(model.workflow.title, locale), organisation?.title ?? '', textIn(period?.title, locale)]
    .filter((part) => part !== '')
    .join(' · ');

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a person wrote beside the deed, or why a mark was set. */
const commentOf = ({ payload }: NoticeOrder, locale: string): string => {
  const messages = Array.isArray(payload['messages']) ? (payload['messages'] as Parameters<typeof textIn>[0][]) : [];
  const given = text(payload['comment']) || text(payload['reason']);
  return given === ''
    ? messages.map((message) => textIn(message, locale)).join(locale.startsWith('zh') ? '；' : '; ')
    : given;
};

/** The due date that the notice names, else the nearest of the state in which the case is now. */
const dueOf = ({ payload }: NoticeOrder, { deadlines }: Case): number | null => {
  const named = payload['new'] ?? payload['due'];
  if (typeof named === 'number') return named;
  return deadlines.length === 0 ? null : Math.min(...deadlines.map(({ due }) => due));
};

/** The words of a notice in a language: the workflow's own for the occasion, else the product's. */
export const noticeWords = ({ model, case: current, facts }: Situation, order: NoticeOrder, locale: string): string => {
  const comment = commentOf(order, locale);
  const own = model.workflow.messages?.[order.template];
  if (own !== undefined) {
    const values = caseValues(model, { case: current, facts, now: order.at, comment, event: order.template });
    return tell(model, own, { place: { at: 'message' }, values, locale });
  }
  const due = dueOf(order, current);
  const mark = text(order.payload['mark']);
  const titled = model.workflow.settle?.on_fail.mark === mark ? model.workflow.settle.on_fail.title : undefined;
  const words = builtInWords(order.about, {
    state: textIn(model.workflow.states[current.state]?.title, locale),
    due: due === null ? '' : valueText(INSTANT, due, { locale, zone: model.programme.zone }),
    comment,
    mark: titled === undefined ? mark : textIn(titled, locale),
  });
  return textIn(words, locale);
};
