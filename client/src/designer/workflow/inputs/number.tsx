import { InputNumber } from 'antd';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from './property.tsx';

interface Props {
  path: Path;
  label: string;
  help?: string;
  min?: number;
  max?: number;
}

/** A whole number. */
export const NumberProperty = ({ path, label, help, min = 0, max = 366 }: Props) => {
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  return (
    <Property path={path} label={label} help={help}>
      {(id) => (
        <InputNumber
          id={id}
          aria-label={label}
          min={min}
          max={max}
          precision={0}
          disabled={isBroken}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => {
            set(next ?? undefined);
          }}
        />
      )}
    </Property>
  );
};
