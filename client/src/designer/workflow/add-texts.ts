import i18next from 'i18next';
import { enWorkflow } from '../../ui/locales/en-workflow.ts';
import { zhCNWorkflow } from '../../ui/locales/zh-cn-workflow.ts';

/** The designer's texts join the others when its page is opened: who only reports never loads them. */
export const addTexts = (): void => {
  i18next.addResourceBundle('zh-CN', 'translation', zhCNWorkflow);
  i18next.addResourceBundle('en', 'translation', enWorkflow);
};
