import type { LocalText } from '../../contract/text.ts';
import type { NoticeSubject } from '../../engine/effect.ts';

/** What a sentence of the product may say of its notice; empty where there is nothing to say. */
export interface Said {
  state: string;
  due: string;
  comment: string;
  mark: string;
}

type Sentence = (said: Said) => { 'zh-CN': string; en: string };

const by = (due: string): { zh: string; en: string } =>
  due === '' ? { zh: '', en: '' } : { zh: `，请于${due}前完成`, en: `; please finish it by ${due}` };

const remark = (comment: string): { zh: string; en: string } =>
  comment === '' ? { zh: '', en: '' } : { zh: `意见：${comment}`, en: ` Remark: ${comment}` };

/** For workflows whose `messages` have no text for the occasion. */
const SENTENCES: Record<NoticeSubject, Sentence> = {
  opened: ({ due }) => ({ 'zh-CN': `已可填报${by(due).zh}。`, en: `It can be filled in now${by(due).en}.` }),
  submitted: ({ due }) => ({
    'zh-CN': `已提交，等待您处理${by(due).zh}。`,
    en: `It was submitted and waits for you${by(due).en}.`,
  }),
  waiting: ({ state, due }) => ({
    'zh-CN': `已到“${state}”环节，等待您处理${by(due).zh}。`,
    en: `It has come to "${state}" and waits for you${by(due).en}.`,
  }),
  approved: ({ comment }) => ({
    'zh-CN': `已审核通过。${remark(comment).zh}`,
    en: `It was approved.${remark(comment).en}`,
  }),
  returned: ({ due, comment }) => ({
    'zh-CN': `已退回修改${by(due).zh}。${remark(comment).zh}`,
    en: `It was returned to be mended${by(due).en}.${remark(comment).en}`,
  }),
  rejected: ({ comment }) => ({
    'zh-CN': `未通过。${remark(comment).zh}`,
    en: `It was rejected.${remark(comment).en}`,
  }),
  reopened: ({ due, comment }) => ({
    'zh-CN': `已重新打开${by(due).zh}。${remark(comment).zh}`,
    en: `It was opened again${by(due).en}.${remark(comment).en}`,
  }),
  moved: ({ state, comment }) => ({
    'zh-CN': `已进入“${state}”环节。${remark(comment).zh}`,
    en: `It is now in "${state}".${remark(comment).en}`,
  }),
  remind: ({ state, due }) => ({
    'zh-CN': `“${state}”等待您处理${by(due).zh}。`,
    en: `"${state}" waits for you${by(due).en}.`,
  }),
  chase: ({ due, comment }) => ({
    'zh-CN': `尚未报送${by(due).zh}。${remark(comment).zh}`,
    en: `Your report has not been received${by(due).en}.${remark(comment).en}`,
  }),
  escalate: ({ state, due }) => ({
    'zh-CN': `“${state}”已逾期，截止时间为${due}。`,
    en: `"${state}" is overdue; it was due by ${due}.`,
  }),
  extended: ({ due }) => ({ 'zh-CN': `截止时间延长至${due}。`, en: `The due date was extended to ${due}.` }),
  'deadline-changed': ({ due }) => ({ 'zh-CN': `截止时间改为${due}。`, en: `The due date is now ${due}.` }),
  exempted: ({ comment }) => ({
    'zh-CN': `已免报。${remark(comment).zh}`,
    en: `It need not be reported.${remark(comment).en}`,
  }),
  'exemption-lifted': ({ due, comment }) => ({
    'zh-CN': `免报已撤销，仍需报送${by(due).zh}。${remark(comment).zh}`,
    en: `The exemption was taken back; the report is owed again${by(due).en}.${remark(comment).en}`,
  }),
  cancelled: ({ comment }) => ({
    'zh-CN': `已取消。${remark(comment).zh}`,
    en: `It was cancelled.${remark(comment).en}`,
  }),
  'mark-set': ({ mark, comment }) => ({
    'zh-CN': `已标记“${mark}”。${comment}`,
    en: `It was marked "${mark}". ${comment}`.trim(),
  }),
  'matter-opened': () => ({ 'zh-CN': '有人提出了事项，请答复。', en: 'A matter was opened and waits for an answer.' }),
  'matter-closed': () => ({ 'zh-CN': '提出的事项已答复。', en: 'A matter was answered.' }),
  'mark-cleared': ({ mark }) => ({ 'zh-CN': `标记“${mark}”已解除。`, en: `The mark "${mark}" was taken away.` }),
};

/** The product's own sentence about the subject of a notice. */
export const builtInWords = (about: NoticeSubject, said: Said): LocalText => SENTENCES[about](said);

/** The heading of the one message in which a day's reminders come. */
export const reminderHeading = (count: number): LocalText => ({
  'zh-CN': `有 ${String(count)} 件事项需要处理`,
  en: `${String(count)} matters need your attention`,
});
