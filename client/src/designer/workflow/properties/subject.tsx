import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { ExpressionProperty } from '../inputs/expression.tsx';
import { KeysProperty } from '../inputs/keys.tsx';
import { kindChoices } from '../names.ts';

const PER = ['organisation', 'period', 'programme'] as const;

/** What is reported, how often, and by whom. */
export const SubjectProperty = () => {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <>
      <ChoiceProperty path={['subject', 'form']} label={t('workflow.form')} choices={desk.surroundings.forms} />
      <KeysProperty
        path={['subject', 'per']}
        label={t('workflow.per')}
        help={t('workflow.per-help')}
        choices={PER.map((one) => ({ value: one, label: t(`workflow.per.${one}`) }))}
      />
      <KeysProperty
        path={['subject', 'audience', 'kinds']}
        label={t('workflow.audience')}
        help={t('workflow.audience-help')}
        placeholder={t('workflow.everybody')}
        choices={kindChoices(desk)}
      />
      <ExpressionProperty
        path={['subject', 'audience', 'where']}
        label={t('workflow.audience-where')}
        help={t('workflow.audience-where-help')}
        place="audience"
      />
    </>
  );
};
