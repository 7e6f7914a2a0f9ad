import { Select } from 'antd';
import type { Path } from '../../yaml/read-yaml.ts';
import { type Choice, useDesk, useProperty } from '../desk-context.ts';
import { withUnknown } from './choice.tsx';
import { Property } from './property.tsx';

interface Props {
  path: Path;
  label: string;
  help?: string;
  choices: readonly Choice[];
  placeholder?: string;
  /** A single one is written as a word, as its author would. */
  isWordAllowed?: boolean;
}

const written = (value: unknown): string[] => {
  const all: unknown[] = Array.isArray(value) ? (value as unknown[]) : [value];
  return all.filter((word) => typeof word === 'string');
};

/** Several of several. */
export const KeysProperty = ({ path, label, help, choices, placeholder, isWordAllowed = false }: Props) => {
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  const chosen = written(value);
  return (
    <Property path={path} label={label} help={help}>
      {(id) => (
        <Select
          id={id}
          className="wide"
          aria-label={label}
          mode="multiple"
          disabled={isBroken}
          placeholder={placeholder}
          showSearch={{ optionFilterProp: 'label' }}
          value={chosen}
          options={withUnknown(choices, chosen)}
          onChange={(next: string[]) => {
            set(isWordAllowed && next.length === 1 ? next[0] : next);
          }}
        />
      )}
    </Property>
  );
};
