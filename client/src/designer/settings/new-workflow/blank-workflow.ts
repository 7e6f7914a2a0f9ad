import { keyWord, inline } from '../../yaml/write-yaml.ts';

/** A workflow to begin with, as a person would write it: reported, reviewed where somebody reviews, accepted. */

export const REACHES = ['programme', 'below', 'subtree'] as const;
/** All organisations, those directly below one's own, or one's own with all below it. */
export type Reach = (typeof REACHES)[number];

export const RHYTHMS = ['week', 'month', 'quarter', 'half_year', 'year'] as const;

export interface Recurring {
  every: (typeof RHYTHMS)[number];
  /** Days, `2027-01-01`; periods begin and end with them. */
  from: string;
  to: string;
  /** Days after a period's last one. */
  daysAfter: number;
}

export interface BlankWorkflow {
  key: string;
  title: string;
  form: string;
  kinds: readonly string[];
  filler: string;
  reviewer: string | null;
  /** Whose reports the reviewer sees. */
  reach: Reach;
  /** The day on which it is due, `2027-03-31`; or how often it is, and until when after each period. */
  due: string | Recurring;
  locales: readonly string[];
}

const WORDS = {
  report: { zh: '报送', en: 'Report' },
  review: { zh: '审核', en: 'Review' },
  open: { zh: '填报中', en: 'Being filled in' },
  submit: { zh: '提交', en: 'Submit' },
  submitted: { zh: '待审核', en: 'Under review' },
  withdraw: { zh: '撤回', en: 'Take back' },
  approve: { zh: '通过', en: 'Approve' },
  return: { zh: '退回修改', en: 'Return' },
  accepted: { zh: '已通过', en: 'Accepted' },
} as const;

/** A word in the programme's languages: plain where it has one, by language where both are known. */
const wordIn = (word: keyof typeof WORDS, locales: readonly string[]): string => {
  const { zh, en } = WORDS[word];
  const known = locales.map((tag): [string, string] => [tag, tag.startsWith('zh') ? zh : en]);
  const isPlain = known.length < 2 || new Set(known.map(([, text]) => text)).size === 1;
  return isPlain ? keyWord(known[0]?.[1] ?? en) : inline(Object.fromEntries(known));
};

const reviewLines = (word: (name: keyof typeof WORDS) => string): string[] => [
  '  submitted:',
  `    title: ${word('submitted')}`,
  '    rights: {filler: {read: all}, reviewer: {read: all, remark: true}}',
  '    deadline: review',
  `    tasks: {review: {title: ${word('review')}, actors: [reviewer], claim: true}}`,
  '    on:',
  `      withdraw: {kind: withdraw, title: ${word('withdraw')}, by: [filler], to: open}`,
  `      approve: {kind: approve, title: ${word('approve')}, by: [reviewer], to: accepted}`,
  `      return: {kind: return, title: ${word('return')}, by: [reviewer], to: open, comment: required, give: P3D}`,
];

const SCOPES: Record<Reach, string> = { programme: 'programme', below: '{relation: parent}', subtree: 'subtree' };

const periodLines = (due: string | Recurring): string[] =>
  typeof due === 'string'
    ? []
    : [
        `periods: {every: ${due.every}, due: {after_end: P${String(due.daysAfter)}D}, from: ${due.from}, to: ${due.to}, window: calendar}`,
      ];

export const blankWorkflow = (given: BlankWorkflow): string => {
  const word = (name: keyof typeof WORDS): string => wordIn(name, given.locales);
  const isReviewed = given.reviewer !== null;
  const next = isReviewed ? 'submitted' : 'accepted';
  return [
    'apiVersion: formflow/v1',
    'kind: Workflow',
    `key: ${given.key}`,
    `title: ${keyWord(given.title)}`,
    'subject:',
    `  form: ${given.form}`,
    `  per: [organisation${typeof given.due === 'string' ? '' : ', period'}]`,
    ...(given.kinds.length === 0 ? [] : [`  audience: {kinds: [${given.kinds.join(', ')}]}`]),
    'actors:',
    `  filler: {role: ${given.filler}, scope: own}`,
    ...(isReviewed
      ? [`  reviewer: {role: ${given.reviewer}, scope: ${SCOPES[given.reach]}, not_same_as: [filler]}`]
      : []),
    ...periodLines(given.due),
    'deadlines:',
    `  report: {title: ${word('report')}, ${typeof given.due === 'string' ? `on: ${given.due}` : 'at: period.due'}, remind: [P7D, P1D]}`,
    ...(isReviewed ? [`  review: {title: ${word('review')}, within: P7D}`] : []),
    'initial: open',
    'states:',
    '  open:',
    `    title: ${word('open')}`,
    '    rights: {filler: {write: all}}',
    '    deadline: report',
    '    on:',
    `      submit: {kind: submit, title: ${word('submit')}, by: [filler], to: ${next}}`,
    ...(isReviewed ? reviewLines(word) : []),
    '  accepted:',
    `    title: ${word('accepted')}`,
    '    final: success',
    `    rights: {filler: {read: all}${isReviewed ? ', reviewer: {read: all}' : ''}}`,
    '',
  ].join('\n');
};
