import { DatePicker, Space, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from './property.tsx';

const momentOf = (text: string | undefined, form: string) => {
  const read = text === undefined ? null : dayjs(text, form, true);
  return read?.isValid() === true ? read : null;
};

/** A day, with a time where one is wanted. */
export const MomentProperty = ({ path, label, help }: { path: Path; label: string; help?: string }) => {
  const { t } = useTranslation();
  const { isBroken } = useDesk();
  const [value, set] = useProperty(path);
  const [day, time] = typeof value === 'string' ? value.split('T') : [];
  return (
    <Property path={path} label={label} help={help}>
      {(id) => (
        <Space.Compact className="wide">
          <DatePicker
            id={id}
            className="wide"
            aria-label={label}
            disabled={isBroken}
            value={momentOf(day, 'YYYY-MM-DD')}
            onChange={(next) => {
              const picked = next?.format('YYYY-MM-DD');
              set(picked === undefined || time === undefined ? picked : `${picked}T${time}`);
            }}
          />
          <TimePicker
            className="wide"
            aria-label={`${label} · ${t('workflow.due-time')}`}
            placeholder={t('workflow.no-time')}
            format="HH:mm"
            disabled={isBroken || day === undefined}
            value={momentOf(time?.slice(0, 5), 'HH:mm')}
            onChange={(next) => {
              if (day !== undefined) set(next === null ? day : `${day}T${next.format('HH:mm')}`);
            }}
          />
        </Space.Compact>
      )}
    </Property>
  );
};
