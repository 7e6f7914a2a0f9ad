import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { written } from '../inputs/written.ts';
import { useDesk, useProperty } from '../../workflow/desk-context.ts';
import { Property } from '../../workflow/inputs/property.tsx';
import { titleOf } from '../../workflow/names.ts';
import { at, type Path } from '../../yaml/read-yaml.ts';

const typedValue = (text: string, type: unknown): unknown => {
  if (type === 'bool') return text === 'true' ? true : text === 'false' ? false : text;
  const number = Number(text);
  return (type === 'int' || type === 'decimal') && text.trim() !== '' && Number.isFinite(number) ? number : text;
};

/** A parameter of one binding; empty means the workflow's own value. */
export const BindingParam = ({ path, name, given }: { path: Path; name: string; given: unknown }) => {
  const { t } = useTranslation();
  const { isBroken, language } = useDesk();
  const [value, set] = useProperty(path);
  return (
    <Property path={path} label={titleOf(at(given, ['title']), language, name)}>
      {(id) => (
        <Input
          id={id}
          disabled={isBroken}
          placeholder={t('settings.otherwise', { value: written(at(given, ['value'])) })}
          value={written(value)}
          onChange={({ target }) => {
            set(typedValue(target.value, at(given, ['type'])));
          }}
        />
      )}
    </Property>
  );
};
