import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { stateChoices } from '../names.ts';
import { GatherProperty } from '../properties/gather.tsx';
import { QuotasProperty } from '../properties/quotas.tsx';
import { StartProperty } from '../properties/start.tsx';
import { SubjectProperty } from '../properties/subject.tsx';

/** What the workflow is about. */
export const GeneralPanel = () => {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('workflow.general')}</h2>
      <LocalTextProperty path={['title']} label={t('workflow.title')} />
      <LocalTextProperty path={['description']} label={t('workflow.description')} rows={2} />
      <SubjectProperty />
      <StartProperty />
      <QuotasProperty />
      <GatherProperty />
      <ChoiceProperty path={['initial']} label={t('workflow.initial')} choices={stateChoices(useDesk())} />
    </>
  );
};
