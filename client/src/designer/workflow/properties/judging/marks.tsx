import { useTranslation } from 'react-i18next';
import { at } from '../../../yaml/read-yaml.ts';
import { useDesk, type WorkflowDesk } from '../../desk-context.ts';
import { taskChoices } from '../../entries.ts';
import { ChoiceProperty } from '../../inputs/choice.tsx';
import { KeysProperty } from '../../inputs/keys.tsx';
import { LocalTextProperty } from '../../inputs/local-text.tsx';
import { actorChoices } from '../../names.ts';
import { KeyedEntries } from '../keyed-entries.tsx';
import { MarkFieldsProperty } from './mark-fields.tsx';

const COMBINE = ['mean', 'trimmed_mean', 'sum'] as const;

const freshMarks = (desk: WorkflowDesk): unknown => {
  const own = at(desk.workflow, ['subject', 'form']);
  const sheet = desk.surroundings.forms.find(({ value }) => value !== own);
  return {
    form: sheet?.value ?? '',
    by: actorChoices(desk)
      .slice(-1)
      .map(({ value }) => value),
    task: taskChoices(desk)[0]?.value ?? '',
    fields: [],
    combine: 'mean',
  };
};

/** Marks that judges give, each on a sheet of its own, and how they become one number. */
export const MarksProperty = () => {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <KeyedEntries
      path={['marks']}
      label={t('contest.marks')}
      help={t('contest.marks-help')}
      one={t('contest.mark')}
      fresh={() => freshMarks(desk)}
    >
      {(path) => (
        <>
          <LocalTextProperty path={[...path, 'title']} label={t('workflow.title')} />
          <ChoiceProperty
            path={[...path, 'form']}
            label={t('contest.marks-form')}
            help={t('contest.marks-form-help')}
            choices={desk.surroundings.forms}
          />
          <ChoiceProperty
            path={[...path, 'task']}
            label={t('contest.marks-task')}
            help={t('contest.marks-task-help')}
            choices={taskChoices(desk)}
          />
          <KeysProperty path={[...path, 'by']} label={t('contest.marks-by')} choices={actorChoices(desk)} />
          <MarkFieldsProperty path={path} />
          <ChoiceProperty
            path={[...path, 'combine']}
            label={t('contest.combine')}
            choices={COMBINE.map((one) => ({ value: one, label: t(`contest.combine.${one}`) }))}
          />
        </>
      )}
    </KeyedEntries>
  );
};
