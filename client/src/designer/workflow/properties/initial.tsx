import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { at } from '../../yaml/read-yaml.ts';
import { setProperty } from '../commands/set-property.ts';
import { useDesk } from '../desk-context.ts';
import { Property } from '../inputs/property.tsx';

/** Whether every case begins in this state. */
export const InitialProperty = ({ state }: { state: string }) => {
  const { t } = useTranslation();
  const { workflow, run, isBroken } = useDesk();
  const isInitial = at(workflow, ['initial']) === state;
  return (
    <Property path={['initial']} label={t('workflow.initial')}>
      {isInitial ? (
        <span>{t('workflow.initial-here')}</span>
      ) : (
        <Button
          size="small"
          disabled={isBroken}
          onClick={() => {
            run(setProperty(['initial'], state));
          }}
        >
          {t('workflow.initial-make')}
        </Button>
      )}
    </Property>
  );
};
