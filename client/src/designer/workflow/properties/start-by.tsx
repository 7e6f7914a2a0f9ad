import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { KeysProperty } from '../inputs/keys.tsx';
import { MomentProperty } from '../inputs/moment.tsx';
import { NumberProperty } from '../inputs/number.tsx';
import { actorChoices } from '../names.ts';
import { RequirementsProperty } from './requirements.tsx';
import { StartPublicProperties } from './start-public.tsx';

const PATH = ['start'] as const;

/** Who begins cases, how many and when; for sign-ups without an account also what must be accepted. */
export const StartByProperties = () => {
  const { t } = useTranslation();
  const desk = useDesk();
  return (
    <div className="entry">
      <KeysProperty path={[...PATH, 'by']} label={t('workflow.start-by')} choices={actorChoices(desk)} />
      <NumberProperty path={[...PATH, 'max']} label={t('workflow.start-max')} min={1} max={10_000} />
      <ChoiceProperty
        path={[...PATH, 'per']}
        label={t('workflow.start-per')}
        otherwise={t('workflow.start-per.organisation')}
        choices={(['organisation', 'person', 'programme'] as const).map((value) => ({
          value,
          label: t(`workflow.start-per.${value}`),
        }))}
      />
      <MomentProperty path={[...PATH, 'from']} label={t('workflow.start-from')} />
      <MomentProperty path={[...PATH, 'to']} label={t('workflow.start-to')} help={t('workflow.start-time-help')} />
      <RequirementsProperty path={PATH} place="start" />
      <StartPublicProperties />
    </div>
  );
};
