import i18next from 'i18next';
import { enFormDesigner } from '../../ui/locales/en-form-designer.ts';
import { zhCNFormDesigner } from '../../ui/locales/zh-cn-form-designer.ts';
import { addTexts as addDraftTexts } from '../workflow/add-texts.ts';

/** Puts the designer's texts beside those that every page has. */
export const addTexts = (): void => {
  addDraftTexts();
  i18next.addResourceBundle('zh-CN', 'translation', zhCNFormDesigner);
  i18next.addResourceBundle('en', 'translation', enFormDesigner);
};
