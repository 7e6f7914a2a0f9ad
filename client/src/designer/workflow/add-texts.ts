import i18next from 'i18next';
import { enContestDesign } from '../../ui/locales/en-contest-design.ts';
import { enWorkflow } from '../../ui/locales/en-workflow.ts';
import { zhCNContestDesign } from '../../ui/locales/zh-cn-contest-design.ts';
import { zhCNWorkflow } from '../../ui/locales/zh-cn-workflow.ts';

/** The designer's texts join the others when its page is opened: who only reports never loads them. */
export const addTexts = (): void => {
  i18next.addResourceBundle('zh-CN', 'translation', { ...zhCNWorkflow, ...zhCNContestDesign });
  i18next.addResourceBundle('en', 'translation', { ...enWorkflow, ...enContestDesign });
};
