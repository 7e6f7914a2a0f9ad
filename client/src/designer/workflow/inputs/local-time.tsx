import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from './property.tsx';

const FORM = 'YYYY-MM-DDTHH:mm';

/** A day and a time in the programme's zone. */
export const LocalTimeProperty = ({ path, label }: { path: Path; label: string }) => {
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  const read = typeof value === 'string' ? dayjs(value.slice(0, 16), FORM) : null;
  return (
    <Property path={path} label={label}>
      {(id) => (
        <DatePicker
          id={id}
          aria-label={label}
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          disabled={isBroken}
          value={read?.isValid() === true ? read : null}
          onChange={(next) => {
            if (next !== null) set(next.format(FORM));
          }}
        />
      )}
    </Property>
  );
};
