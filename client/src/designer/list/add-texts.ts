import i18next from 'i18next';
import { enDesign } from '../../ui/locales/en-design.ts';
import { zhCNDesign } from '../../ui/locales/zh-cn-design.ts';

/** Puts the texts of the list of definitions beside those that every page has. */
export const addDesignTexts = (): void => {
  i18next.addResourceBundle('zh-CN', 'translation', zhCNDesign);
  i18next.addResourceBundle('en', 'translation', enDesign);
};
