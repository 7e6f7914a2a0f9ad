import { useTranslation } from 'react-i18next';
import { ParamsProperty } from '../../workflow/properties/params.tsx';
import { MoneyPart } from './money.tsx';

/** Numbers and texts that rules name, so that they are changed at one place; and the money. */
export const ValuesPart = () => {
  const { t } = useTranslation();
  return (
    <>
      <p className="property-help">{t('settings.values-help')}</p>
      <ParamsProperty />
      <MoneyPart />
    </>
  );
};
