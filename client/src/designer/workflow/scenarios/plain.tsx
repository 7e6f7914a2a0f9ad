import { Input } from 'antd';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from '../inputs/property.tsx';

/** A text in one language, as one writes it for oneself. */
export const PlainProperty = ({ path, label, help }: { path: Path; label: string; help?: string }) => {
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  return (
    <Property path={path} label={label} help={help}>
      {(id) => (
        <Input
          id={id}
          disabled={isBroken}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => {
            set(target.value);
          }}
        />
      )}
    </Property>
  );
};
