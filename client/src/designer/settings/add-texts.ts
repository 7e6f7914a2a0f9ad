import i18next from 'i18next';
import { enSettings } from '../../ui/locales/en-settings.ts';
import { zhCNSettings } from '../../ui/locales/zh-cn-settings.ts';
import { addTexts } from '../workflow/add-texts.ts';

/** The texts of the settings join the others when their page is opened, with those of the inputs that they share with workflows. */
export const addSettingsTexts = (): void => {
  addTexts();
  i18next.addResourceBundle('zh-CN', 'translation', zhCNSettings);
  i18next.addResourceBundle('en', 'translation', enSettings);
};
