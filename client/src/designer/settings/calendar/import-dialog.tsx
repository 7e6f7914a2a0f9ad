import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../workflow/desk-context.ts';
import { at } from '../../yaml/read-yaml.ts';
import { setYears } from './calendar-commands.ts';
import { readHolidays } from './read-holidays.ts';
import { withDays, writtenYear, yearDays, type YearDays } from './year-days.ts';

const lineOf = (entry: ReturnType<typeof writtenYear>['holidays'][number]): string => {
  const name = typeof entry.name === 'string' ? ` ${entry.name}` : '';
  return 'date' in entry ? `${entry.date}${name}` : `${entry.from} – ${entry.to}${name}`;
};

const Found = ({ days }: { days: YearDays }) => {
  const { t } = useTranslation();
  const { holidays, workdays = [] } = writtenYear(days);
  return (
    <ul className="issue-list">
      {holidays.map((entry) => (
        <li key={lineOf(entry)}>
          {lineOf(entry)} · {t('settings.day.holiday')}
        </li>
      ))}
      {workdays.map((day) => (
        <li key={day}>
          {day} · {t('settings.day.make-up')}
        </li>
      ))}
    </ul>
  );
};

/** A list of holidays as it was published, pasted: what was understood is shown before it is taken. */
export const ImportDialog = ({ year, onClose }: { year: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const { workflow: calendar, run } = useDesk();
  const [text, setText] = useState('');
  const { years, unread } = readHolidays(text, year);
  const take = (): void => {
    const merged = [...years].map(([key, days]): [string, YearDays] => [
      key,
      withDays(yearDays(at(calendar, ['years', key])), days),
    ]);
    run(setYears(new Map(merged)));
    onClose();
  };
  return (
    <Modal
      open
      title={t('settings.import-title')}
      okText={t('settings.import-take')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: years.size === 0 }}
      onOk={take}
      onCancel={onClose}
    >
      <p>{t('settings.import-help', { year })}</p>
      <Input.TextArea
        aria-label={t('settings.import-title')}
        autoSize={{ minRows: 6, maxRows: 14 }}
        placeholder={t('settings.import-example')}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
        }}
      />
      {[...years].map(([key, days]) => (
        <section key={key}>
          <h4>{key}</h4>
          <Found days={days} />
        </section>
      ))}
      {unread.length === 0 ? null : (
        <Alert type="warning" showIcon title={t('settings.import-unread')} description={unread.join('\n')} />
      )}
    </Modal>
  );
};
