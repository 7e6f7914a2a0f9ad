import type { Choice } from '../../workflow/desk-context.ts';

/** Languages that are offered by name; a text may name others. */
const TAGS = [
  ...['zh-CN', 'zh-TW', 'en', 'fr', 'de', 'es', 'pt', 'it', 'nl', 'sv', 'fi', 'pl', 'uk', 'ru', 'tr', 'ar', 'fa', 'hi'],
  ...['bn', 'ur', 'id', 'ms', 'th', 'vi', 'ja', 'ko', 'mn', 'bo', 'ug', 'kk', 'ky', 'uz', 'tg', 'my', 'km', 'lo', 'sw'],
];

/** Languages by their names in the reader's language, each with its tag. */
export const languageChoices = (reader: string): Choice[] => {
  const names = new Intl.DisplayNames([reader], { type: 'language' });
  return TAGS.map((tag) => ({ value: tag, label: `${names.of(tag) ?? tag} (${tag})` }));
};

/** A language by its name in the reader's language. */
export const languageName = (tag: string, reader: string): string =>
  new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag;
