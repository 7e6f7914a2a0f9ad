/** One sentence in the two languages of the terminal. */
export interface Sentence {
  zh: string;
  en: string;
}

/** Why the system does not start, in sentences that an administrator can act on; shown without a stack trace. */
export class StartRefused extends Error {
  readonly sentences: readonly Sentence[];

  constructor(...sentences: readonly Sentence[]) {
    super(sentences.map(({ en }) => en).join(' '));
    this.name = 'StartRefused';
    this.sentences = sentences;
  }
}
