import i18next from 'i18next';

/** A word of the product in each language of a programme that the product speaks; one language gives a plain text. */
export const localWords = (locales: readonly string[], key: string): unknown => {
  const spoken = locales.filter((tag) => ['zh-CN', 'en'].includes(tag));
  const [only = 'zh-CN'] = spoken;
  if (locales.length <= 1) return i18next.t(key, { lng: only });
  return Object.fromEntries(
    (spoken.length === 0 ? [locales[0] ?? only] : spoken).map((tag) => [tag, i18next.t(key, { lng: tag })]),
  );
};

/** What somebody typed, in the first language of a programme that has several. */
export const typedWords = (locales: readonly string[], typed: string): unknown => {
  const [first = 'zh-CN', ...others] = locales;
  return others.length === 0 ? typed.trim() : { [first]: typed.trim() };
};
