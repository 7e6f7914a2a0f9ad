import { ownLanguage } from '../language.ts';

/** How the history calls what is no action of the workflow. */
const TITLES: Record<string, { zh: string; en: string }> = {
  opened: { zh: '开始报送', en: 'Opened' },
  acted: { zh: '办理', en: 'Action' },
  claimed: { zh: '接单', en: 'Claimed' },
  released: { zh: '退还接单', en: 'Released' },
  judged: { zh: '评审完成', en: 'Judged' },
  recused: { zh: '申请回避', en: 'Interest declared' },
  'matter-opened': { zh: '提出事项', en: 'Matter opened' },
  'matter-closed': { zh: '答复事项', en: 'Matter closed' },
  reminded: { zh: '到期提醒', en: 'Reminder sent' },
  chased: { zh: '催报', en: 'Urged to report' },
  escalated: { zh: '逾期上报', en: 'Escalated' },
  extended: { zh: '延期', en: 'Extended' },
  'extension-revoked': { zh: '撤销延期', en: 'Extension revoked' },
  'deadline-changed': { zh: '截止时间变更', en: 'Deadline changed' },
  exempted: { zh: '免报', en: 'Exempted' },
  'exemption-lifted': { zh: '撤销免报', en: 'Exemption taken back' },
  cancelled: { zh: '取消', en: 'Cancelled' },
  'deadline-passed': { zh: '截止时间已过', en: 'The deadline passed' },
  'grace-ended': { zh: '宽限期结束', en: 'The days of grace ended' },
  'mark-set': { zh: '加注标记', en: 'Mark set' },
  'mark-cleared': { zh: '撤销标记', en: 'Mark cleared' },
  reacted: { zh: '自动流转', en: 'Moved on by itself' },
  'reaction-held': { zh: '条件未满足，未自动流转', en: 'Did not move on by itself: the conditions were not met' },
  'contest-event': { zh: '投票进展', en: 'Election' },
  migrated: { zh: '转到新流程版本', en: 'Carried over to a new version' },
  'query-opened': { zh: '批注', en: 'Remark made' },
  'query-answered': { zh: '答复批注', en: 'Remark answered' },
  'query-closed': { zh: '关闭批注', en: 'Remark closed' },
  'file-attached': { zh: '上传附件', en: 'File attached' },
  'file-removed': { zh: '删除附件', en: 'File removed' },
};

export const eventTitle = (type: string, language: string): string => TITLES[type]?.[ownLanguage(language)] ?? type;
