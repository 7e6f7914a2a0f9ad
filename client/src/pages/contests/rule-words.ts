import type { TFunction } from 'i18next';
import type { ContestSetting, ContestView } from '#contract/wire/contest.ts';
import { isByJury } from './contest-steps.ts';

interface Speaking {
  t: TFunction;
  setting: ContestSetting | undefined;
}

type Rules = ContestView['rules'];

const groupWord = ({ t, setting }: Speaking, key: string): string =>
  key === 'organisation' ? t('contests.organisation') : (setting?.groups[key] ?? key);

/** An amount with its currency, as people write it. */
export const moneyWords = (value: string | undefined, currency: string | null | undefined): string => {
  if (value === undefined) return '—';
  const number = Number(value);
  return currency === null || currency === undefined
    ? String(number)
    : new Intl.NumberFormat('zh-CN', { style: 'currency', currency }).format(number);
};

const chooseWords = (speaking: Speaking, { choose: { min, max, spread, blank } }: Rules): string[] => {
  const { t } = speaking;
  return [
    t(min === max ? 'contests.rule.exactly' : 'contests.rule.choose', { min, max }),
    ...(spread === undefined
      ? []
      : [t('contests.rule.spread', { count: spread.min, group: groupWord(speaking, spread.by) })]),
    t(blank ? 'contests.rule.blank' : 'contests.rule.no-blank'),
  ];
};

const percent = (share: string): string => `${String(Math.round(Number(share) * 10_000) / 100)}%`;

const quorumWords = ({ t }: Speaking, { quorum: { used, share } }: Rules): string => {
  const parts = [
    ...(used === undefined ? [] : [t('contests.rule.quorum-used', { count: used })]),
    ...(share === undefined ? [] : [t('contests.rule.quorum-share', { share: percent(share) })]),
  ];
  return parts.length === 0
    ? t('contests.rule.no-quorum')
    : t('contests.rule.quorum', { parts: parts.join(t('contests.and')) });
};

const scoreWords = (speaking: Speaking, rules: Rules): string[] => {
  const { t } = speaking;
  const [only, another] = rules.score;
  if (only?.scale === 'votes' && another === undefined) return [t('contests.rule.by-votes')];
  return rules.score.map(({ source, scale, weight, within }) => {
    const name = source === rules.source ? t('contests.rule.this-vote') : (speaking.setting?.marks[source] ?? source);
    const isMarks = scale === 'votes' && source.startsWith('marks.');
    const words = t('contests.rule.score', {
      source: name,
      scale: t(isMarks ? 'contests.scale.points' : `contests.scale.${scale}`),
      weight,
    });
    return within === undefined
      ? words
      : `${words}${t('contests.rule.within', { group: groupWord(speaking, within) })}`;
  });
};

const tieWords = ({ t }: Speaking, { ties }: Rules): string => {
  const parts = ties.map((tie) => {
    if ('lot' in tie) return t('contests.rule.lot');
    return 'committee' in tie ? t('contests.rule.committee') : t('contests.rule.criterion', { n: tie.criterion + 1 });
  });
  return t('contests.rule.ties', {
    ways: parts.length === 0 ? t('contests.rule.committee') : parts.join(t('contests.then')),
  });
};

const placeWords = (speaking: Speaking, rules: Rules): string[] => {
  const { t, setting } = speaking;
  return rules.places.map(({ title, count, value, by }) => {
    const each = by === undefined ? '' : t('contests.rule.each', { group: groupWord(speaking, by) });
    const worth = value === undefined ? '' : t('contests.rule.worth', { value: moneyWords(value, setting?.currency) });
    return `${each}${t('contests.rule.place', { title, count })}${worth}`;
  });
};

/** What each limit of an open vote says. */
export const limitWords = (t: TFunction, { electorate }: Pick<Rules, 'electorate'>) =>
  (electorate?.limit ?? []).map(({ per, window = 'total', max }) => ({
    reason: `${per}-${window}`,
    words: t('contests.open.limit', {
      per: t(`contests.open.per.${per}`),
      window: t(`contests.open.in.${window}`),
      max,
    }),
  }));

/** The rules of an election as sentences, in the order in which they matter to people. */
export const ruleWords = (speaking: Speaking, rules: Rules): string[] => {
  const { t, setting } = speaking;
  return [
    ...(isByJury({ rules })
      ? [t('contests.jury.no-vote')]
      : [...chooseWords(speaking, rules), quorumWords(speaking, rules)]),
    ...limitWords(t, rules).map(({ words }) => words),
    ...scoreWords(speaking, rules),
    tieWords(speaking, rules),
    ...placeWords(speaking, rules),
    ...(rules.places.length === 0 ? [] : [t(`contests.rule.unfilled-${rules.unfilled}`)]),
    ...(rules.budget === undefined
      ? []
      : [t('contests.rule.budget', { value: moneyWords(rules.budget, setting?.currency) })]),
  ];
};
