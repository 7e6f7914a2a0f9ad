import { Switch } from 'antd';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from './property.tsx';

/** Something that holds or not; what does not hold is not written. */
export const YesNoProperty = ({ path, label, help }: { path: Path; label: string; help?: string }) => {
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  return (
    <Property path={path} label={label} help={help}>
      {(id) => (
        <Switch
          id={id}
          aria-label={label}
          disabled={isBroken}
          checked={value === true}
          onChange={(next) => {
            set(next ? true : undefined);
          }}
        />
      )}
    </Property>
  );
};
