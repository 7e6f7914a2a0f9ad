import { z } from 'zod';

/** A language tag such as `zh-CN` or `en`. */
export const Locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as zh-CN or en');

/** A text, or the same text in several languages by language tag. */
export const LocalText = z.union([
  z.string().max(2000),
  z.record(Locale, z.string().max(2000)).refine((texts) => Object.keys(texts).length > 0, 'give at least one language'),
]);
export type LocalText = z.infer<typeof LocalText>;

/** The text in the wanted language, else in the language's base, else the first one given. */
export const textIn = (text: LocalText | undefined, locale: string): string => {
  if (text === undefined || typeof text === 'string') return text ?? '';
  const base = locale.split('-')[0] ?? locale;
  const near = Object.keys(text).find((tag) => tag.split('-')[0] === base);
  return text[locale] ?? (near === undefined ? undefined : text[near]) ?? Object.values(text)[0] ?? '';
};
