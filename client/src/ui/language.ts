import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { carried } from '../api/request.ts';
import { en } from './locales/en.ts';
import { zhCN } from './locales/zh-cn.ts';

export const LANGUAGES = [
  { tag: 'zh-CN', title: '中文' },
  { tag: 'en', title: 'English' },
] as const;

const STORED = 'formflow.language';

/** The language chosen before, else Chinese; a browser set to English does not change what an office expects. */
const initial = (): string => {
  const stored = localStorage.getItem(STORED);
  return LANGUAGES.some(({ tag }) => tag === stored) && stored !== null ? stored : 'zh-CN';
};

const apply = (tag: string): void => {
  carried.locale = tag;
  document.documentElement.lang = tag;
};

export const startLanguage = async (): Promise<void> => {
  const tag = initial();
  apply(tag);
  await i18next.use(initReactI18next).init({
    lng: tag,
    fallbackLng: 'zh-CN',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
  });
};

/** Changes the language at once; what the server words (titles, problems) is asked for again by the caller. */
export const changeLanguage = async (tag: string): Promise<void> => {
  localStorage.setItem(STORED, tag);
  apply(tag);
  await i18next.changeLanguage(tag);
};
