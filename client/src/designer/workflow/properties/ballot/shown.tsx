import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../../yaml/read-yaml.ts';
import { useDesk } from '../../desk-context.ts';
import { entryFields } from '../../entries.ts';
import { ChoiceProperty } from '../../inputs/choice.tsx';
import { YesNoProperty } from '../../inputs/yes-no.tsx';

/** What voters see of an entry: its name, a text and pictures beside it, and in which order the entries stand. */
export const BallotShownProperties = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const desk = useDesk();
  const fields = entryFields(desk, at(desk.workflow, [...path, 'options']));
  const words = fields.filter(({ type }) => type !== 'file');
  return (
    <>
      <ChoiceProperty path={[...path, 'show']} label={t('contest.show')} choices={words} />
      <ChoiceProperty
        path={[...path, 'text']}
        label={t('contest.text')}
        otherwise={t('workflow.none')}
        choices={words}
      />
      <ChoiceProperty
        path={[...path, 'picture']}
        label={t('contest.picture')}
        help={t('contest.picture-help')}
        otherwise={t('workflow.none')}
        choices={fields.filter(({ type }) => type === 'file')}
      />
      <YesNoProperty
        path={[...path, 'shuffle']}
        label={t('contest.shuffle')}
        help={t('contest.shuffle-help')}
        otherwise
      />
    </>
  );
};
