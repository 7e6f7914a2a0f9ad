/** A sentence in the two languages of the product. */
export interface Words {
  'zh-CN': string;
  en: string;
}

export const said = (words: Words, language: string): string => (language === 'en' ? words.en : words['zh-CN']);
