/** What a certificate can speak of. */
export interface CertificateFacts {
  programme: string;
  /** The number of the notice. */
  notice: string;
  contest: string;
  entry: string;
  institution: string;
  prize: string;
  value: string;
  date: string;
  organiser: string;
}

/** Words in braces that a certificate's text may hold. */
export const CERTIFICATE_WORDS: readonly string[] = [
  'programme',
  'notice',
  'contest',
  'entry',
  'institution',
  'prize',
  'value',
  'date',
  'organiser',
] satisfies (keyof CertificateFacts)[];

const IN_BRACES = /\{([^{}]*)\}/g;

/** The words in braces of a text, trimmed. */
export const wordsInBraces = (text: string): string[] =>
  [...text.matchAll(IN_BRACES)].map(([, word = '']) => word.trim());

/** The text with its words filled in; an unknown word stays as it stands. */
export const certificateText = (text: string, facts: CertificateFacts): string =>
  text.replace(IN_BRACES, (whole, word: string) => {
    const key = word.trim();
    return CERTIFICATE_WORDS.includes(key) ? facts[key as keyof CertificateFacts] : whole;
  });
