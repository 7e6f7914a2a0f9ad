import type { TFunction } from 'i18next';
import { readDuration } from '#engine/duration.ts';
import type { DeadlineView, DueRuleView, PeriodView } from '#contract/wire/deadline.ts';
import { day } from '../../ui/dates.ts';

/** Words for rules, lengths of time and dates of deadlines. */
export interface Tongue {
  t: TFunction;
  language: string;
}

/** `P5WD` as 5 个工作日. */
export const lengthWords = ({ t }: Tongue, duration: string): string => {
  const length = readDuration(duration);
  return length === null ? duration : t(`deadlines.length.${length.unit}`, { count: length.amount });
};

/** When it is due by one rule; of a period where one is meant. */
export const ruleWords = (tongue: Tongue, rule: DueRuleView, period: PeriodView | null): string => {
  const { t, language } = tongue;
  const moved = period === null ? undefined : rule.moved[period.key];
  switch (rule.way) {
    case 'day':
      return rule.time === null
        ? t('deadlines.rule.day', { day: day(rule.on ?? '', language) })
        : t('deadlines.rule.day-time', { day: day(rule.on ?? '', language), time: rule.time });
    case 'length':
      return t(rule.from === null ? 'deadlines.rule.length' : 'deadlines.rule.length-from', {
        length: lengthWords(tongue, rule.within ?? ''),
      });
    case 'expression':
      return t('deadlines.rule.expression');
    case 'period':
      if (period === null) return t('deadlines.rule.periods');
      if (moved === undefined) return t('deadlines.rule.period', { day: day(period.due, language) });
      return t('deadlines.rule.moved', { day: day(moved, language), before: day(period.due, language) });
  }
};

/** What goes with a deadline: reminders, days of grace, what happens afterwards. */
export const extrasWords = (tongue: Tongue, { remind, grace, blocks }: DeadlineView): string[] => {
  const { t } = tongue;
  const days = remind.map((before) => lengthWords(tongue, before)).join(t('deadlines.list-joint'));
  return [
    ...(remind.length === 0 ? [] : [t('deadlines.rule.remind', { days })]),
    ...(grace === null ? [] : [t('deadlines.rule.grace', { length: lengthWords(tongue, grace) })]),
    ...(blocks ? [t('deadlines.rule.block')] : []),
  ];
};
