import type { LocalText } from '#contract/text.ts';

/** A text for people in one language at a time; a plain text is in the form's main language. */

export const textFor = (text: LocalText | undefined, locale: string, main: string): string => {
  if (text === undefined) return '';
  if (typeof text === 'string') return locale === main ? text : '';
  return text[locale] ?? '';
};

/** Undefined where nothing is left to say. A text in the main language alone is written plainly, unless it stood by language. */
export const withTextFor = (
  text: LocalText | undefined,
  typed: string,
  { locale, main }: { locale: string; main: string },
): LocalText | undefined => {
  if ((text === undefined || typeof text === 'string') && locale === main) return typed === '' ? undefined : typed;
  const before = typeof text === 'object' ? text : text === undefined ? {} : { [main]: text };
  const all = Object.entries({ ...before, [locale]: typed });
  const entries = all.filter(([tag, said]) => tag !== locale || said !== '');
  if (entries.length === 0) return undefined;
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === main && typeof text !== 'object') return only[1];
  return Object.fromEntries(entries);
};

/** Titles in further languages (`x-title`), without the empty ones. */
export const withOtherTitle = (
  titles: Record<string, string> | undefined,
  locale: string,
  typed: string,
): Record<string, string> | undefined => {
  const entries = Object.entries({ ...titles, [locale]: typed }).filter(([, text]) => text !== '');
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
};
