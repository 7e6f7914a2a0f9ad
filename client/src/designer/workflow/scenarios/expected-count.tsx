import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../yaml/read-yaml.ts';
import type { WorkflowDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { NumberProperty } from '../inputs/number.tsx';
import { listAt, titleOf } from '../names.ts';
import { WordsProperty } from './words.tsx';

const ENDS = ['done', 'no-quorum', 'empty', 'tie', 'over-budget'] as const;

/** What a count must come to: how it ends, and who gets which place. */
export const ExpectedCount = ({ path, workflow }: { path: Path; workflow: WorkflowDesk }) => {
  const { t } = useTranslation();
  const places = listAt(workflow.workflow, ['places']).map((place) => String(at(place, ['key'])));
  // A draw has one place, under a key of its own
  const keys = at(workflow.workflow, ['draw']) === undefined ? places : ['draw'];
  return (
    <>
      <div className="entry-row">
        <ChoiceProperty
          path={[...path, 'tally']}
          label={t('scenario.expect-tally')}
          otherwise={t('scenario.any')}
          choices={ENDS.map((end) => ({ value: end, label: t(`scenario.tally.${end}`) }))}
        />
        <NumberProperty path={[...path, 'entries']} label={t('scenario.expect-entries')} max={1000} />
      </div>
      {keys.map((key, n) => (
        <WordsProperty
          key={key}
          path={[...path, 'awards', key]}
          label={titleOf(at(workflow.workflow, ['places', n, 'title']), workflow.language, key)}
          help={t('scenario.awards-help')}
        />
      ))}
    </>
  );
};
