import { Select } from 'antd';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from '../inputs/property.tsx';

/** Several words that are typed in. */
export const WordsProperty = ({ path, label, help }: { path: Path; label: string; help?: string }) => {
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  const words = Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
  return (
    <Property path={path} label={label} help={help}>
      {(id) => (
        <Select
          id={id}
          className="wide"
          mode="tags"
          aria-label={label}
          disabled={isBroken}
          value={words}
          onChange={(next: string[]) => {
            set(next);
          }}
        />
      )}
    </Property>
  );
};
