import { Input } from 'antd';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../../workflow/desk-context.ts';
import { written } from './written.ts';
import { Property } from '../../workflow/inputs/property.tsx';

interface Props {
  path: Path;
  label: string;
  help?: string;
  placeholder?: string;
}

/** A line of text that is the same in every language. */
export const PlainTextProperty = ({ path, label, help, placeholder }: Props) => {
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  return (
    <Property path={path} label={label} help={help}>
      {(id) => (
        <Input
          id={id}
          disabled={isBroken}
          placeholder={placeholder}
          value={written(value)}
          onChange={({ target }) => {
            set(target.value);
          }}
        />
      )}
    </Property>
  );
};
