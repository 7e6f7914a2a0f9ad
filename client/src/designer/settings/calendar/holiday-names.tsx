import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { textFor, withTextFor } from '../../form/local-text.ts';
import { useDesk } from '../../workflow/desk-context.ts';
import { isRecord } from '../../yaml/read-yaml.ts';
import { languageName } from '../inputs/languages.ts';
import { setYears } from './calendar-commands.ts';
import { daysBetween, renamed, writtenYear, type YearDays } from './year-days.ts';

const isText = (name: unknown): name is string | Record<string, string> => typeof name === 'string' || isRecord(name);

/** The free days of a year in a row, each with its name. */
export const HolidayNames = ({ year, days }: { year: string; days: YearDays }) => {
  const { t, i18n } = useTranslation();
  const { run, isBroken, surroundings } = useDesk();
  const { locales } = surroundings;
  const [main = 'zh-CN'] = locales;
  const { holidays } = writtenYear(days);
  if (holidays.length === 0) return <p className="quiet">{t('settings.no-holidays')}</p>;
  return (
    <ul className="holiday-names">
      {holidays.map((entry) => {
        const [from, to] = 'date' in entry ? [entry.date, entry.date] : [entry.from, entry.to];
        const name = isText(entry.name) ? entry.name : undefined;
        const span = from === to ? from : `${from} – ${to}`;
        return (
          <li key={from}>
            <span className="holiday-span">{span}</span>
            {locales.map((locale) => (
              <Input
                key={locale}
                aria-label={`${t('settings.holiday-name')} ${span}${locales.length > 1 ? ` (${languageName(locale, i18n.language)})` : ''}`}
                placeholder={`${t('settings.holiday-name')}${locales.length > 1 ? ` (${languageName(locale, i18n.language)})` : ''}`}
                disabled={isBroken}
                value={textFor(name, locale, main)}
                onChange={({ target }) => {
                  const next = withTextFor(name, target.value, { locale, main }) ?? null;
                  const command = setYears(new Map([[year, renamed(days, daysBetween(from, to), next)]]));
                  run({ ...command, merge: `holiday ${from} ${locale}` });
                }}
              />
            ))}
          </li>
        );
      })}
    </ul>
  );
};
