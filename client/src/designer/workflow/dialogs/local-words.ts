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
