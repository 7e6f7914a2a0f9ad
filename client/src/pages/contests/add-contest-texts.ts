import i18next from 'i18next';
import { enContests } from '../../ui/locales/en-contests.ts';
import { zhCNContests } from '../../ui/locales/zh-cn-contests.ts';

/** The texts of elections join the others when their pages are opened. */
export const addContestTexts = (): void => {
  i18next.addResourceBundle('zh-CN', 'translation', zhCNContests);
  i18next.addResourceBundle('en', 'translation', enContests);
};
