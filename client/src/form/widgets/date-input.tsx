import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { boundTo, type InputProps } from './input-props.ts';

interface Dress {
  picker: 'date' | 'month';
  stored: string;
  chinese: string;
  english: string;
}

const Picker = ({ dress, ...props }: InputProps & { dress: Dress }) => {
  const value = typeof props.value === 'string' && dayjs(props.value).isValid() ? dayjs(props.value) : null;
  return (
    <DatePicker
      {...boundTo(props)}
      style={{ width: '100%', maxWidth: 260 }}
      picker={dress.picker}
      value={value}
      disabled={props.readOnly}
      format={[props.locale === 'en' ? dress.english : dress.chinese, dress.stored, 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD']}
      placeholder={props.placeholder ?? ''}
      onChange={(next: Dayjs | Dayjs[] | null) => {
        props.onChange(next === null || Array.isArray(next) ? undefined : next.format(dress.stored));
      }}
    />
  );
};

export const DateInput = (props: InputProps) => (
  <Picker {...props} dress={{ picker: 'date', stored: 'YYYY-MM-DD', chinese: 'YYYY年M月D日', english: 'D MMM YYYY' }} />
);
export const MonthInput = (props: InputProps) => (
  <Picker {...props} dress={{ picker: 'month', stored: 'YYYY-MM', chinese: 'YYYY年M月', english: 'MMM YYYY' }} />
);

/** An instant; written in the zone of this computer, stored with its offset. */
export const DateTimeInput = (props: InputProps) => (
  <DatePicker
    {...boundTo(props)}
    style={{ width: '100%', maxWidth: 260 }}
    showTime={{ format: 'HH:mm' }}
    value={typeof props.value === 'string' && dayjs(props.value).isValid() ? dayjs(props.value) : null}
    disabled={props.readOnly}
    format={props.locale === 'en' ? 'D MMM YYYY HH:mm' : 'YYYY年M月D日 HH:mm'}
    onChange={(next: Dayjs | Dayjs[] | null) => {
      props.onChange(next === null || Array.isArray(next) ? undefined : next.format());
    }}
  />
);
