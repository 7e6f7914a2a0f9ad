import { Alert, Button, Checkbox, Popconfirm, Segmented, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../workflow/desk-context.ts';
import { LocalTextProperty } from '../../workflow/inputs/local-text.tsx';
import { Property } from '../../workflow/inputs/property.tsx';
import { keysAt } from '../../workflow/names.ts';
import { at } from '../../yaml/read-yaml.ts';
import { setList } from '../commands/set-list.ts';
import { removeYear, setYears } from './calendar-commands.ts';
import { HolidayNames } from './holiday-names.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { YearView, weekendOf } from './year-view.tsx';
import { weekdayOf, yearDays } from './year-days.ts';

const EMPTY = { holidays: new Map<string, unknown>(), workdays: new Set<string>() };

const Weekend = () => {
  const { t, i18n } = useTranslation();
  const { workflow: calendar, run, isBroken } = useDesk();
  const name = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' });
  const options = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: day,
    label: name.format(new Date(`2024-01-0${String(day)}T00:00:00Z`)),
  }));
  return (
    <Property path={['weekend']} label={t('settings.weekend')}>
      <Checkbox.Group<number>
        disabled={isBroken}
        options={options}
        value={weekendOf(calendar)}
        onChange={(days) => {
          run(setList(['weekend'], [...days].sort()));
        }}
      />
    </Property>
  );
};

/** Years that are known, this year and the next, which people ask about first. */
const yearsToShow = (known: readonly string[], today: string): string[] => {
  const year = Number(today.slice(0, 4));
  return [...new Set([...known, String(year), String(year + 1)])].sort();
};

/** Holidays and make-up workdays by year. A year without data is told, because working days cannot be counted in it. */
export const CalendarPart = ({ today }: { today: string }) => {
  const { t } = useTranslation();
  const { workflow: calendar, run, isBroken } = useDesk();
  const known = keysAt(calendar, ['years']);
  const years = yearsToShow(known, today);
  const [year, setYear] = useState(
    known.includes(today.slice(0, 4)) ? today.slice(0, 4) : (known.at(-1) ?? today.slice(0, 4)),
  );
  const [isImporting, setImporting] = useState(false);
  const days = yearDays(at(calendar, ['years', year]));
  const free = [...days.holidays.keys()].filter((day) => !weekendOf(calendar).includes(weekdayOf(day))).length;
  return (
    <>
      <LocalTextProperty path={['title']} label={t('settings.title')} />
      <Weekend />
      <Space wrap className="calendar-tools">
        <Segmented<string>
          aria-label={t('settings.year')}
          value={year}
          options={years.map((one) => ({
            value: one,
            label: known.includes(one) ? one : t('settings.year-unknown', { year: one }),
          }))}
          onChange={setYear}
        />
        <Button
          disabled={isBroken}
          onClick={() => {
            setImporting(true);
          }}
        >
          {t('settings.import')}
        </Button>
        {known.includes(year) ? (
          <Popconfirm
            title={t('settings.remove-year', { year })}
            onConfirm={() => {
              run(removeYear(year));
            }}
          >
            <Button danger disabled={isBroken}>
              {t('settings.drop-year')}
            </Button>
          </Popconfirm>
        ) : null}
      </Space>
      {known.includes(year) ? (
        <>
          <p className="quiet">
            {t('settings.year-count', { free: days.holidays.size, weekdays: free, worked: days.workdays.size })}
          </p>
          <p className="day-legend" aria-hidden>
            <span className="day day-holiday">{t('settings.day.holiday')}</span>
            <span className="day day-make-up">{t('settings.day.make-up')}</span>
            <span className="day day-weekend">{t('settings.day.weekend')}</span>
          </p>
          <YearView key={year} year={year} days={days} />
          <h3>{t('settings.holidays')}</h3>
          <HolidayNames year={year} days={days} />
        </>
      ) : (
        <Alert
          type="warning"
          showIcon
          title={t('settings.no-year', { year })}
          action={
            <Button
              disabled={isBroken}
              onClick={() => {
                run(setYears(new Map([[year, EMPTY]])));
              }}
            >
              {t('settings.add-year', { year })}
            </Button>
          }
        />
      )}
      {isImporting ? (
        <ImportDialog
          year={year}
          onClose={() => {
            setImporting(false);
          }}
        />
      ) : null}
    </>
  );
};
