import { Input } from 'antd';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from './property.tsx';

/** A word for machines: a code, a key, the name of a mark. */
export const WordProperty = ({ path, label, help }: { path: Path; label: string; help?: string }) => {
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  return (
    <Property path={path} label={label} help={help}>
      {(id) => (
        <Input
          id={id}
          className="code"
          aria-label={label}
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
