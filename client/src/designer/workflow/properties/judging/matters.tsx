import { useTranslation } from 'react-i18next';
import { useDesk } from '../../desk-context.ts';
import { ChoiceProperty } from '../../inputs/choice.tsx';
import { KeysProperty } from '../../inputs/keys.tsx';
import { LocalTextProperty } from '../../inputs/local-text.tsx';
import { actorChoices } from '../../names.ts';
import { KeyedEntries } from '../keyed-entries.tsx';
import { MatterPublicProperty } from './matter-public.tsx';

/** Side records of a case: objections, questions, declared interests. */
export const MattersProperty = () => {
  const { t } = useTranslation();
  const desk = useDesk();
  const actors = actorChoices(desk);
  return (
    <KeyedEntries
      path={['matters']}
      label={t('contest.matters')}
      help={t('contest.matters-help')}
      one={t('contest.matter')}
      fresh={() => ({ title: t('contest.matter-fresh'), close: actors.slice(-1).map(({ value }) => value) })}
    >
      {(path) => (
        <>
          <LocalTextProperty path={[...path, 'title']} label={t('workflow.title')} />
          <ChoiceProperty
            path={[...path, 'form']}
            label={t('contest.matter-form')}
            otherwise={t('contest.matter-form-none')}
            choices={desk.surroundings.forms}
          />
          <KeysProperty
            path={[...path, 'by']}
            label={t('contest.matter-by')}
            placeholder={t('workflow.none')}
            choices={actors}
          />
          <KeysProperty path={[...path, 'close']} label={t('contest.matter-close')} choices={actors} />
          <MatterPublicProperty path={path} />
        </>
      )}
    </KeyedEntries>
  );
};
