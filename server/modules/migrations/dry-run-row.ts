import type { FindingText } from '../../contract/finding.ts';
import type { LocalText } from '../../contract/text.ts';
import type { TouchedCase } from '../../contract/wire/publication.ts';
import { textIn } from '../../contract/text.ts';
import { lastDayOf } from '../../engine/environment-values.ts';
import { say } from '../../engine/lint/check.ts';
import type { Outlook } from '../../engine/migration/outlook.ts';
import type { Model } from '../../engine/model.ts';

/** One case of a dry run, with everything that would happen to it. */
export interface DryRunRow extends Omit<TouchedCase, 'words' | 'case'> {
  case: string;
  lockVersion: number;
  from: string;
  outlook: Outlook;
  /** What the new form has against its data, the first three. */
  errors: FindingText[];
}

interface Between {
  before: Model;
  after: Model;
}

type Language = 'zh-CN' | 'en';
const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

const stateTitle = (model: Model, state: string | null, language: Language): string =>
  state === null ? '' : textIn(model.workflow.states[state]?.title, language) || state;

const deadlineTitle = ({ before, after }: Between, key: string, language: Language): string =>
  textIn((after.workflow.deadlines?.[key] ?? before.workflow.deadlines?.[key])?.title, language) || key;

const titled = (text: LocalText | undefined, key: string, language: Language): string => textIn(text, language) || key;

/** Each part of what would happen, as a phrase. */
const phrases = (between: Between, row: DryRunRow, language: Language): string[] => {
  const { before, after } = between;
  const { outlook } = row;
  const isChinese = language === 'zh-CN';
  const zone = after.programme.zone;
  const day = (due: number | null): string => (due === null ? (isChinese ? '无' : 'none') : lastDayOf(due, zone));
  const from = stateTitle(before, row.from, language);
  const to = stateTitle(after, outlook.to, language);
  const tasks = after.workflow.states[outlook.to ?? '']?.tasks;
  const actors = outlook.notified.map((key) => {
    const actor = after.workflow.actors[key];
    return titled(actor !== undefined && 'title' in actor ? actor.title : undefined, key, language);
  });
  return [
    ...(outlook.outcome === 'stranded' ? [isChinese ? `“${from}”没有去向` : `no way leads from "${from}"`] : []),
    ...(outlook.outcome === 'moves' ? [`${from} → ${to}`] : []),
    ...outlook.dates.map(
      (date) => `${deadlineTitle(between, date.deadline, language)}: ${day(date.old)} → ${day(date.new)}`,
    ),
    ...outlook.held.map(({ task }) => {
      const title = titled(tasks?.[task]?.title, task, language);
      return isChinese ? `“${title}”由原接单人继续办理` : `"${title}" stays with whoever has taken it`;
    }),
    ...outlook.guards.map((text) => {
      const said = textIn(text, language);
      return isChinese
        ? `不符合进入条件（仍会转入）：${said}`
        : `would not be let in (is carried over all the same): ${said}`;
    }),
    ...row.errors.map((text) => text[language]),
    ...(actors.length === 0 ? [] : [isChinese ? `将通知：${actors.join('、')}` : `told: ${actors.join(', ')}`]),
  ];
};

/** What would happen to a case, in the words of whoever publishes. */
export const wordsOf = (between: Between, row: DryRunRow): FindingText => {
  const [zh = '', en = ''] = LANGUAGES.map((language) =>
    phrases(between, row, language).join(language === 'zh-CN' ? '；' : '; '),
  );
  return say(zh, en);
};
