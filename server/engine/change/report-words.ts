import type { FindingText } from '../../contract/finding.ts';
import type { ChangeClass, EffectView } from '../../contract/wire/publication.ts';
import { say } from '../lint/check.ts';

/** How a report on a publication is headed, the same in the browser and on the command line. */

export const CLASS_WORDS: Readonly<Record<ChangeClass, FindingText>> = {
  A: say('文字', 'Texts'),
  B: say('日期与提醒', 'Dates and reminders'),
  C: say('规则', 'Rules'),
  D: say('流程结构', 'Structure'),
  E: say('数据含义', 'Meaning of data'),
};

export const EFFECT_WORDS: Readonly<Record<EffectView['effect'], FindingText>> = {
  'invalid-draft': say('填报中的草稿将不符合新规则', 'Drafts that will not fit the new rules'),
  'invalid-submission': say(
    '已报送的记录不符合新规则（记录保持原样）',
    'Submissions that do not fit the new rules (they stay as they are)',
  ),
  'orphaned-value': say(
    '字段取消后不再显示的内容（数据保留，可导出）',
    'Values whose field goes (kept, still exported)',
  ),
  'due-moved': say('截止时间变动', 'Due dates that move'),
  'becomes-late': say('将变为逾期', 'Cases that become late'),
  'becomes-on-time': say('由逾期变为按时', 'Cases that are no more late'),
  'state-unreachable': say('环节不再能到达', 'States that cannot be reached any more'),
  'state-moved': say('转到另一环节', 'Cases that go to another state'),
  'state-gone': say('所在环节将被取消', 'Cases whose state goes'),
  'obligation-added': say('新增的报送任务', 'Reports newly owed'),
  'obligation-dropped': say('取消的报送任务', 'Reports no more owed'),
  'scenario-failed': say('测试场景不通过', 'Scenarios that fail'),
};
