import { en } from './locales/en.ts';
import { type Words, zhCN } from './locales/zh-cn.ts';

export type Language = 'zh-CN' | 'en';

/** Where the rest of the product keeps it, too. */
const STORED = 'formflow.language';

const stored = (): Language => {
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
};

let chosen: Language | undefined;

/** The language chosen before, else Chinese. */
export const language = (): Language => (chosen ??= stored());

export const changeLanguage = (to: Language): void => {
  chosen = to;
  try {
    localStorage.setItem(STORED, to);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
};

export const words = (): Words => (language() === 'en' ? en : zhCN);

/** An instant as people here write it, in the time of their own device. */
export const moment = (instant: string): string =>
  new Date(instant).toLocaleString(language(), { dateStyle: 'medium', timeStyle: 'short' });
