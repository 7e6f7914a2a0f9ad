import type { FindingText } from '../../contract/finding.ts';
import { valueOf } from './cell-value.ts';
import { KIND_WORDS } from './kinds.ts';
import { type Choice, choiceList, isYesOrNo } from './option-list.ts';
import { type Inquiry, say } from './questions.ts';
import { type Guessed, MUST, SEVERAL, SINGLE, type Word, WORDS } from './sheet-words.ts';

/** What a header or a label turns out to be. */
export interface Guess {
  title: string;
  kind: Guessed;
  /** A key by which everybody calls it; undefined where one has to be made up. */
  key: string | undefined;
  choices: Choice[];
  isRequired: boolean;
}

interface Header {
  /** Address of the cell. */
  at: string;
  text: string;
  /** What stands under it in the rows of the sheet. */
  samples: readonly string[];
}

const MARKS = /[（(【[][^（()）】【[\]]*(多选|单选|必填|不定项|选一项|required|select)[^（()）】【[\]]*[)）】\]]/gi;

const titleOf = (text: string): string =>
  text
    .replace(MARKS, '')
    .replace(/^\s*[*＊]+|[*＊]+\s*$/g, '')
    .replace(/[:：]\s*$/, '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .trim()
    .slice(0, 200);

const wordFor = (title: string): Word | undefined =>
  WORDS.find(({ is, ends }) => is?.test(title) === true || ends?.test(title) === true);

const chosen = (inquiry: Inquiry, header: Header, kinds: readonly Guessed[], about: FindingText): Guessed => {
  const alternatives = kinds.map((kind) => ({ answer: kind, words: KIND_WORDS[kind] }));
  return inquiry.ask({ id: `kind:${header.at}`, at: header.at, about, alternatives }) as Guessed;
};

/** Kinds that every sample fits; a text fits always and stands last. */
const fitting = (samples: readonly string[]): Guessed[] => {
  if (samples.length === 0) return ['text'];
  const kinds: Guessed[] = ['date', 'integer', 'decimal', 'yes-no'];
  const fits = kinds.filter((kind) => samples.every((sample) => valueOf(kind, sample) !== undefined));
  // Numbers that begin with a nought, or are longer than any count, are codes.
  const isCode = samples.some((sample) => /^0\d|^\d{8,}$/.test(sample));
  return [...fits.filter((kind) => !isCode || (kind !== 'integer' && kind !== 'decimal')).slice(0, 1), 'text'];
};

const ofWord = (inquiry: Inquiry, header: Header, title: string, word: Word): Guessed => {
  const fits = header.samples.every((sample) => word.options !== undefined || valueOf(word.kind, sample) !== undefined);
  if (word.or === undefined && (fits || word.kind === 'file')) return word.kind;
  const kinds: Guessed[] = fits ? [word.kind, ...(word.or ?? [])] : ['text', word.kind];
  return chosen(inquiry, header, [...new Set(kinds)], say(`“${title}”填写什么？`, `What is entered under "${title}"?`));
};

const ofSamples = (inquiry: Inquiry, header: Header, title: string): Guessed => {
  const kinds = fitting(header.samples);
  const about = say(
    `“${title}”下面已填的都像${KIND_WORDS[kinds[0] ?? 'text']['zh-CN']}，按什么填写？`,
    `All that stands under "${title}" looks like this; what is it?`,
  );
  return kinds.length < 2 ? 'text' : chosen(inquiry, header, kinds, about);
};

const ofList = (
  inquiry: Inquiry,
  header: Header,
  { title, choices, form }: { title: string; choices: readonly Choice[]; form: string },
): Guessed => {
  if (isYesOrNo(choices)) return 'yes-no';
  if (SEVERAL.test(header.text)) return 'several';
  if (SINGLE.test(header.text)) return 'one';
  const isListed = header.samples.some(
    (sample) => Array.isArray(valueOf('several', sample, choices)) && /[、,，;；]/.test(sample),
  );
  if (isListed) return 'several';
  const about = say(`“${title}”可以选几项？`, `How many may be chosen under "${title}"?`);
  return chosen(inquiry, header, form === 'codes' ? ['several', 'one', 'text'] : ['one', 'several', 'text'], about);
};

/** A last choice called "other" may want a text behind it. */
const withOthers = (inquiry: Inquiry, header: Header, choices: readonly Choice[]): Choice[] =>
  choices.map((choice) => {
    if (choice.asks !== 'perhaps') return choice;
    const answer = inquiry.ask({
      id: `other:${header.at}`,
      at: header.at,
      about: say(`选“${choice.title}”时要填写说明吗？`, `Is a text asked for behind "${choice.title}"?`),
      alternatives: [
        { answer: 'yes', words: say('要填写说明', 'Yes, a text is asked for') },
        { answer: 'no', words: say('不用', 'No') },
      ],
    });
    return { ...choice, asks: answer === 'yes' ? 'yes' : 'no' };
  });

/** Reads one header cell; what is doubtful is asked. */
export const guessKind = (inquiry: Inquiry, header: Header): Guess => {
  const isRequired = MUST.test(header.text);
  const list = choiceList(header.text);
  if (list !== undefined) {
    const title = titleOf(list.before) || titleOf(header.text);
    const kind = ofList(inquiry, header, { title, choices: list.choices, form: list.form });
    const isChoice = kind === 'one' || kind === 'several';
    const choices = isChoice ? withOthers(inquiry, header, list.choices) : [];
    return { title, kind, key: wordFor(title)?.key, choices, isRequired };
  }
  const title = titleOf(header.text);
  const word = wordFor(title);
  const kind = word === undefined ? ofSamples(inquiry, header, title) : ofWord(inquiry, header, title, word);
  const choices = (kind === word?.kind ? (word.options ?? []) : []).map(([code, name]): Choice => ({
    code,
    title: name,
    asks: 'no',
  }));
  return { title, kind, key: word?.key, choices, isRequired };
};
