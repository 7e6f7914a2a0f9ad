import i18next from 'i18next';
import { enPublish } from '../../ui/locales/en-publish.ts';
import { zhCNPublish } from '../../ui/locales/zh-cn-publish.ts';

/** The texts of publishing join the others when its pages are opened. */
export const addPublishTexts = (): void => {
  i18next.addResourceBundle('zh-CN', 'translation', zhCNPublish);
  i18next.addResourceBundle('en', 'translation', enPublish);
};
