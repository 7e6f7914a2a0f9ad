import i18next from 'i18next';
import { enContests } from '../../ui/locales/en-contests.ts';
import { enJury } from '../../ui/locales/en-jury.ts';
import { enOpenVotes } from '../../ui/locales/en-open-votes.ts';
import { zhCNContests } from '../../ui/locales/zh-cn-contests.ts';
import { zhCNJury } from '../../ui/locales/zh-cn-jury.ts';
import { zhCNOpenVotes } from '../../ui/locales/zh-cn-open-votes.ts';

/** The texts of elections join the others when their pages are opened. */
export const addContestTexts = (): void => {
  i18next.addResourceBundle('zh-CN', 'translation', { ...zhCNContests, ...zhCNJury, ...zhCNOpenVotes });
  i18next.addResourceBundle('en', 'translation', { ...enContests, ...enJury, ...enOpenVotes });
};
