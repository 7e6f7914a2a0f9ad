import { Input } from 'antd';
import { isRecord, type Path } from '../../yaml/read-yaml.ts';
import { useDesk, useProperty } from '../desk-context.ts';
import { Property } from './property.tsx';

interface Props {
  path: Path;
  label: string;
  help?: string;
  /** Lines to write on; 1 is a plain line. */
  rows?: number;
}

const NAMES: Record<string, string> = { 'zh-CN': '中文', en: 'English' };

const textFor = (value: unknown, locale: string, isFirst: boolean): string => {
  if (typeof value === 'string') return isFirst ? value : '';
  const text = isRecord(value) ? value[locale] : undefined;
  return typeof text === 'string' ? text : '';
};

/** One text stays one text; the second language makes it a text by language. */
const withText = (
  value: unknown,
  { locale, text, locales }: { locale: string; text: string; locales: readonly string[] },
): unknown => {
  const [first = locale] = locales;
  const isPlain = typeof value === 'string' || value === undefined;
  if (isPlain && (locale === first || (text === '' && !isRecord(value)))) return locale === first ? text : value;
  const given = isRecord(value) ? value : { [first]: value ?? '' };
  const texts = Object.fromEntries(Object.entries({ ...given, [locale]: text }).filter(([, one]) => one !== ''));
  return Object.keys(texts).length === 0 ? '' : texts;
};

/** A text, in each language of the programme. */
export const LocalTextProperty = ({ path, label, help, rows = 1 }: Props) => {
  const { surroundings, isBroken } = useDesk();
  const [value, set] = useProperty(path);
  const { locales } = surroundings;
  const extra = isRecord(value) ? Object.keys(value).filter((tag) => !locales.includes(tag)) : [];
  const all = [...locales, ...extra];
  return (
    <Property path={path} label={label} help={help}>
      {(id) =>
        all.map((locale, n) => (
          <div className="local-text" key={locale}>
            {all.length > 1 ? <span className="local-tag">{NAMES[locale] ?? locale}</span> : null}
            <Input.TextArea
              id={n === 0 ? id : `${id}-${locale}`}
              aria-label={all.length > 1 ? `${label} (${NAMES[locale] ?? locale})` : label}
              autoSize={{ minRows: rows, maxRows: 8 }}
              disabled={isBroken}
              value={textFor(value, locale, n === 0)}
              onChange={({ target }) => {
                const text = rows === 1 ? target.value.replaceAll('\n', ' ') : target.value;
                set(withText(value, { locale, text, locales: all }));
              }}
            />
          </div>
        ))
      }
    </Property>
  );
};
