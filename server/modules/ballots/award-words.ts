import { certificateText } from '../../engine/ballot/certificate.ts';
import type { CertificateView } from '../../contract/wire/certificate.ts';

type Tongue = 'zh' | 'en';

/** One prize of a count, in words. */
export interface AwardLine {
  prize: string;
  entry: string;
  institution: string;
  /** With its currency; empty where the prize is worth nothing in money. */
  value: string;
  /** The text that the definition gives its certificate. */
  template: string | undefined;
}

/** What all papers of an election say. */
export interface PaperFacts {
  language: Tongue;
  title: string;
  programme: string;
  notice: string;
  organiser: string;
  /** Of the certification, else of the count. */
  date: string;
  isCertified: boolean;
  awards: readonly AwardLine[];
}

const WORDS = {
  zh: {
    heading: '证书',
    list: '公示名单',
    provisional: '（初步结果，公示期内可提出异议）',
    head: ['序号', '奖项', '候选', '单位', '奖金'],
    template: '在“{programme}”（{notice}）{contest}中，{institution}的“{entry}”获得{prize}。\n特发此证。',
    number: '（{notice}）',
  },
  en: {
    heading: 'Certificate',
    list: 'List of prizes',
    provisional: '(provisional; objections are still open)',
    head: ['No.', 'Prize', 'Entry', 'Institution', 'Value'],
    template: 'In {contest} of “{programme}” ({notice}), “{entry}” of {institution} was awarded {prize}.',
    number: ' ({notice})',
  },
} as const;

/** The certificate of each prize, by the text of the definition or, where it gives none, by the product's own. */
export const certificatesOf = (facts: PaperFacts): CertificateView[] => {
  const { heading, template, number } = WORDS[facts.language];
  const standard = facts.notice === '' ? template.replace(number, '') : template;
  return facts.awards.map(({ template: own, ...award }) => ({
    heading,
    text: certificateText(own ?? standard, { ...facts, ...award, contest: facts.title }),
    organiser: facts.organiser,
    date: facts.date,
  }));
};

/** The list to publish: title, remark, head and rows. */
export const listOf = (facts: PaperFacts) => {
  const { list, provisional, head } = WORDS[facts.language];
  return {
    title: `${facts.title} ${list}`,
    remark: facts.isCertified ? '' : provisional,
    head,
    rows: facts.awards.map(({ prize, entry, institution, value }, n) => [
      String(n + 1),
      prize,
      entry,
      institution,
      value,
    ]),
  };
};
