import { useTranslation } from 'react-i18next';
import { at, isRecord, type Path } from '../../yaml/read-yaml.ts';
import { useDesk } from '../desk-context.ts';
import { AddEntryButton } from '../dialogs/add-entry-button.tsx';
import { durationWords } from '../inputs/duration-words.ts';
import { actorTitle, deadlineTitle, keysAt, roleChoices, roleTitle, titleOf } from '../names.ts';
import { wordsBeside } from '../panels/property-panel.tsx';
import { OutlineEntry } from './entry.tsx';
import { OutlineStates } from './states.tsx';

/** Places of the whole, with the parts of the text that each is about. */
const SETTINGS = [
  { word: 'periods', text: 'workflow.periods' },
  { word: 'proxy', text: 'workflow.stand-in' },
  { word: 'metrics', text: 'workflow.measures' },
  { word: 'messages', text: 'workflow.messages' },
] as const;

/** Places of a contest, and of what is judged. */
const CONTEST = [
  { word: 'ballots', text: 'contest.ballots' },
  { word: 'marks', text: 'contest.marks' },
  { word: 'ranking', text: 'contest.ranking' },
  { word: 'draw', text: 'contest.draw' },
  { word: 'matters', text: 'contest.matters' },
] as const;

/** Where a word and those beside it stand in the text. */
const placesOf = (word: string): Path[] => wordsBeside(word).map((one) => [one]);

/** The whole workflow as a list beside the picture: everything that has properties, one line each. */
export const Outline = () => {
  const { t } = useTranslation();
  const desk = useDesk();
  const { workflow } = desk;
  const dueWords = (key: string): string => {
    const rule = at(workflow, ['deadlines', key]);
    const on = at(rule, ['on']);
    if (typeof on === 'string') return on;
    const within = at(rule, ['within']);
    if (typeof within === 'string') return durationWords(within, t);
    return typeof at(rule, ['at']) === 'string' ? String(at(rule, ['at'])) : t('workflow.by-kind');
  };
  const roleWords = (key: string): string => {
    const role = at(workflow, ['actors', key, 'role']);
    return typeof role === 'string' ? roleTitle(desk, role) : t('workflow.by-kind');
  };
  const elsewhere: Path[] = [
    ['states'],
    ['actors'],
    ['deadlines'],
    ...[...SETTINGS, ...CONTEST].flatMap(({ word }) => placesOf(word)),
  ];
  const detail = (word: string): string => {
    const value = at(workflow, [word]);
    return isRecord(value) && ['ballots', 'marks', 'matters'].includes(word)
      ? Object.entries(value)
          .map(([key, one]) => titleOf(at(one, ['title']), desk.language, key))
          .join(t('workflow.comma'))
      : '';
  };
  return (
    <nav className="outline" aria-label={t('workflow.outline')}>
      <section aria-labelledby="outline-settings">
        <div className="outline-heading">
          <h2 id="outline-settings">{t('workflow.settings')}</h2>
        </div>
        <ul className="outline-list">
          <li>
            <OutlineEntry path={[]} title={t('workflow.general')} except={elsewhere} />
          </li>
          {SETTINGS.map(({ word, text }) => (
            <li key={word}>
              <OutlineEntry path={[word]} also={placesOf(word).slice(1)} title={t(text)} />
            </li>
          ))}
        </ul>
      </section>
      <OutlineStates />
      <section aria-labelledby="outline-actors">
        <div className="outline-heading">
          <h2 id="outline-actors">{t('workflow.actors')}</h2>
          <AddEntryButton
            map="actors"
            one={t('workflow.actor')}
            wished="actor"
            fresh={() => ({ role: roleChoices(desk)[0]?.value ?? 'role', scope: 'programme' })}
          />
        </div>
        <ul className="outline-list">
          {keysAt(workflow, ['actors']).map((key) => (
            <li key={key}>
              <OutlineEntry path={['actors', key]} title={actorTitle(desk, key)} detail={roleWords(key)} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="outline-deadlines">
        <div className="outline-heading">
          <h2 id="outline-deadlines">{t('workflow.deadlines')}</h2>
          <AddEntryButton
            map="deadlines"
            one={t('workflow.deadline')}
            wished="deadline"
            fresh={() => ({ within: 'P5WD', remind: ['P1D'] })}
          />
        </div>
        <ul className="outline-list">
          {keysAt(workflow, ['deadlines']).map((key) => (
            <li key={key}>
              <OutlineEntry path={['deadlines', key]} title={deadlineTitle(desk, key)} detail={dueWords(key)} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="outline-contest">
        <div className="outline-heading">
          <h2 id="outline-contest">{t('contest.heading')}</h2>
        </div>
        <ul className="outline-list">
          {CONTEST.map(({ word, text }) => (
            <li key={word}>
              <OutlineEntry path={[word]} also={placesOf(word).slice(1)} title={t(text)} detail={detail(word)} />
            </li>
          ))}
        </ul>
      </section>
    </nav>
  );
};
