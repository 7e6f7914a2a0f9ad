import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { at, type Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { ChoiceProperty } from '../inputs/choice.tsx';
import { LocalTextProperty } from '../inputs/local-text.tsx';
import { Property } from '../inputs/property.tsx';
import { KeyedEntries } from './keyed-entries.tsx';

const TYPES = ['int', 'decimal', 'text', 'date', 'bool'] as const;

/** What was typed as a value of the parameter's type; as it is where it does not fit, for lint to tell. */
const typedValue = (text: string, type: unknown): unknown => {
  if (type === 'bool') return text === 'true' ? true : text === 'false' ? false : text;
  const number = Number(text);
  return (type === 'int' || type === 'decimal') && text.trim() !== '' && Number.isFinite(number) ? number : text;
};

const ParamValue = ({ path }: { path: Path }) => {
  const { t } = useTranslation();
  const { workflow, isBroken } = useDesk();
  const [value, set] = useProperty([...path, 'value']);
  return (
    <Property path={[...path, 'value']} label={t('workflow.value')}>
      {(id) => (
        <Input
          id={id}
          disabled={isBroken}
          value={
            typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
          }
          onChange={({ target }) => {
            set(typedValue(target.value, at(workflow, [...path, 'type'])));
          }}
        />
      )}
    </Property>
  );
};

/** Values that rules name, so that they are changed at one place. */
export const ParamsProperty = () => {
  const { t } = useTranslation();
  return (
    <KeyedEntries
      path={['params']}
      label={t('workflow.params')}
      help={t('workflow.params-help')}
      one={t('workflow.param')}
      fresh={() => ({ type: 'int', value: 0 })}
    >
      {(own) => (
        <>
          <LocalTextProperty path={[...own, 'title']} label={t('workflow.title')} />
          <ChoiceProperty
            path={[...own, 'type']}
            label={t('workflow.param-type')}
            choices={TYPES.map((type) => ({ value: type, label: t(`workflow.param-type.${type}`) }))}
          />
          <ParamValue path={own} />
        </>
      )}
    </KeyedEntries>
  );
};
