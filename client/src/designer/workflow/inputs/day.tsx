import { DatePicker, TimePicker } from 'antd';
import dayjs from 'dayjs';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from './property.tsx';

interface Props {
  path: Path;
  label: string;
  help?: string;
}

const momentOf = (value: unknown, form: string) => {
  if (typeof value !== 'string') return null;
  const read = dayjs(value, form, true);
  return read.isValid() ? read : null;
};

/** A day of the calendar. */
export const DayProperty = ({ path, label, help }: Props) => {
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  return (
    <Property path={path} label={label} help={help}>
      {(id) => (
        <DatePicker
          id={id}
          aria-label={label}
          disabled={isBroken}
          value={momentOf(value, 'YYYY-MM-DD')}
          onChange={(next) => {
            set(next === null ? undefined : next.format('YYYY-MM-DD'));
          }}
        />
      )}
    </Property>
  );
};

/** A time of the day. */
export const TimeProperty = ({ path, label, help }: Props) => {
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  return (
    <Property path={path} label={label} help={help}>
      {(id) => (
        <TimePicker
          id={id}
          aria-label={label}
          format="HH:mm"
          disabled={isBroken}
          value={momentOf(value, 'HH:mm')}
          onChange={(next) => {
            set(next === null ? undefined : next.format('HH:mm'));
          }}
        />
      )}
    </Property>
  );
};
