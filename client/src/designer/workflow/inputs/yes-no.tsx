import { Switch } from 'antd';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from './property.tsx';

interface Props {
  path: Path;
  label: string;
  help?: string;
  /** What holds where nothing is written. */
  otherwise?: boolean;
}

/** Something that holds or not; what holds by itself is not written. */
export const YesNoProperty = ({ path, label, help, otherwise = false }: Props) => {
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  return (
    <Property path={path} label={label} help={help}>
      {(id) => (
        <Switch
          id={id}
          aria-label={label}
          disabled={isBroken}
          checked={typeof value === 'boolean' ? value : otherwise}
          onChange={(next) => {
            set(next === otherwise ? undefined : next);
          }}
        />
      )}
    </Property>
  );
};
