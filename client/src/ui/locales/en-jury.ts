import type { zhCNJury } from './zh-cn-jury.ts';

/** Screen texts of contests that judges alone decide, in English. */
export const enJury: Record<keyof typeof zhCNJury, string> = {
  'contests.jury.plan': 'Plan the contest',
  'contests.jury.judging': 'Judging',
  'contests.jury.times': 'Judging',
  'contests.jury.no-vote': 'Nobody votes; the judges’ marks alone rank the entries',
  'contests.jury.chart': 'Scores',
  'contests.jury.next.seal':
    'Look through rules and entries, then seal: neither can be changed afterwards. Do it before the judging begins. One proposes, another confirms.',
  'contests.jury.next.voting':
    'The judges are at work. Nothing can be counted before all of them have finished; then this goes on by itself.',
  'contests.jury.next.closed':
    'All judges have finished. Draw a number in public (a lottery result, dice) and enter it: it decides ties by lot.',
  'contests.jury.next.count': 'The marks can be counted. Every count is kept.',
};
