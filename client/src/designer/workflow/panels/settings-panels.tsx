import { useTranslation } from 'react-i18next';
import { ByWhomProperty } from '../properties/by-whom.tsx';
import { MessagesProperty } from '../properties/messages.tsx';
import { MetricsProperty } from '../properties/metrics.tsx';
import { ParamsProperty } from '../properties/params.tsx';
import { PeriodsProperty } from '../properties/periods.tsx';
import { SettleProperty } from '../properties/settle.tsx';

export const PeriodsPanel = () => {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('workflow.periods')}</h2>
      <PeriodsProperty />
    </>
  );
};

/** Filling in for an organisation, and letting one off. */
export const StandInPanel = () => {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('workflow.stand-in')}</h2>
      <ByWhomProperty path={['proxy']} label={t('workflow.proxy')} help={t('workflow.proxy-help')} />
      <ByWhomProperty path={['exemption']} label={t('workflow.exemption')} help={t('workflow.exemption-help')} />
    </>
  );
};

/** The numbers that cases publish, the rule over all of them, and the values that rules name. */
export const MeasuresPanel = () => {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('workflow.measures')}</h2>
      <MetricsProperty />
      <SettleProperty />
      <ParamsProperty />
    </>
  );
};

export const MessagesPanel = () => {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('workflow.messages')}</h2>
      <MessagesProperty />
    </>
  );
};
