import type { EffectView, PublicationPreview } from '../../contract/wire/publication.ts';
import { CLASS_WORDS, EFFECT_WORDS } from '../../engine/change/report-words.ts';
import type { PlannedChange } from '../../modules/definitions/publication.ts';
import type { Taken } from './lists.ts';
import type { Applied, Looked } from './published.ts';
import type { Tongue } from './tongue.ts';

/** What publishing would do and did, as lines: the words are those of the page in the browser. */

const WORDS: Record<PlannedChange['change'], Record<Tongue, string>> = {
  new: { 'zh-CN': '新建', en: 'new' },
  changed: { 'zh-CN': '修改', en: 'changed' },
  carried: { 'zh-CN': '随依赖更新', en: 'carried along' },
  same: { 'zh-CN': '不变', en: 'same' },
};

const changeLine = ({ name, before, change }: PlannedChange, tongue: Tongue): string => {
  const from = before === undefined ? '' : ` v${String(before.n)} →`;
  const title = [name.programme, name.kind, name.key].filter((part) => part !== null).join(' ');
  return `${WORDS[change][tongue]}: ${title}${from} v${String((before?.n ?? 0) + 1)}`;
};

export const changeLines = (changes: readonly PlannedChange[], tongue: Tongue): string[] => {
  const touched = changes.filter(({ change }) => change !== 'same');
  if (touched.length === 0) return [tongue === 'en' ? 'nothing to publish' : '没有需要发布的改动'];
  return touched.map((change) => changeLine(change, tongue));
};

/** Lists of organisations that would change nothing are not told. */
export const takenLines = (taken: readonly Taken[], tongue: Tongue): string[] =>
  taken
    .filter(({ created, changed }) => created + changed > 0)
    .map(({ file, created, changed }) =>
      tongue === 'en'
        ? `${file}: ${String(created)} organisations new, ${String(changed)} changed`
        : `${file}：新增 ${String(created)} 个单位，修改 ${String(changed)} 个`,
    );

/** So many rows of an effect are told; the page in the browser has more. */
const MOST_ROWS = 20;

const effectLines = ({ effect, count, rows }: EffectView, tongue: Tongue): string[] => {
  const told = rows.slice(0, MOST_ROWS).map(({ organisation, period, workflow, words }) => {
    const place = [organisation ?? workflow, period].filter((part) => part !== null).join(' ');
    return `    ${place}: ${words[tongue]}`;
  });
  const more = count > told.length && told.length > 0 ? [`    … ${String(count - told.length)}`] : [];
  return [`  ${EFFECT_WORDS[effect][tongue]}: ${String(count)}`, ...told, ...more];
};

const countsLine = ({ counts }: PublicationPreview, tongue: Tongue): string => {
  const { drafts, submissions, running, organisations } = counts;
  return tongue === 'en'
    ? `  looked at ${String(drafts)} drafts, ${String(submissions)} submissions, ${String(running)} running cases of ${String(organisations)} organisations`
    : `  已核对 ${String(drafts)} 份草稿、${String(submissions)} 次报送、${String(running)} 个在办事项，涉及 ${String(organisations)} 个单位`;
};

const SECOND: Record<Tongue, string> = {
  'zh-CN': '  须由另一位有发布权限的人员在“发布”页确认后生效（apply 时用 --as 写明由谁提出）',
  en: '  another person who may publish has to confirm it on the page Publish (apply says with --as who proposes it)',
};

const planLines = (preview: PublicationPreview): string[] =>
  preview.plans
    .filter(({ needed, text }) => needed && text !== '')
    .flatMap(({ workflow, text }) => [
      `  --- ${workflow}`,
      ...text
        .trimEnd()
        .split('\n')
        .map((line) => `  ${line}`),
    ]);

/** One programme: every change in words with its class, whom it touches, and what has to be done. */
export const previewLines = ({ programme, preview }: Looked, tongue: Tongue): string[] => {
  if (preview.class === null) return [];
  return [
    `${programme}: ${preview.class} ${CLASS_WORDS[preview.class][tongue]}`,
    ...preview.changes.map((change) => `  ${change.class} ${change.words[tongue]}`),
    countsLine(preview, tongue),
    ...preview.effects.flatMap((effect) => effectLines(effect, tongue)),
    ...planLines(preview),
    ...(preview.needsSecondPerson ? [SECOND[tongue]] : []),
  ];
};

/** What waits, and how many cases were made. */
export const outcomeLines = ({ waiting, created }: Applied, tongue: Tongue): string[] => [
  ...waiting.map((programme) =>
    tongue === 'en'
      ? `${programme}: waits until another person confirms it on the page Publish`
      : `${programme}：等待另一人在“发布”页确认`,
  ),
  tongue === 'en' ? `${String(created)} cases made` : `已新建 ${String(created)} 个报送事项`,
];

export const owedLines = (owed: Readonly<Record<string, number>>, tongue: Tongue): string[] =>
  Object.entries(owed).map(([workflow, count]) =>
    tongue === 'en' ? `${workflow}: ${String(count)} cases to make` : `${workflow}：将新建 ${String(count)} 个报送事项`,
  );
