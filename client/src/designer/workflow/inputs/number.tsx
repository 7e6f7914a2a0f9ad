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
  /** Digits after the point; a whole number without. */
  digits?: number;
}

/** A number, whole unless it is told otherwise. */
export const NumberProperty = ({ path, label, help, min = 0, max = 366, digits = 0 }: Props) => {
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
          {...(digits === 0 ? { precision: 0 } : { step: 10 ** -Math.min(digits, 2) })}
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
