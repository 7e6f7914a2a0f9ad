import type { Letter } from '../mail.ts';

interface LetterFacts {
  to: string;
  title: string;
  /** The election's public page. */
  link: string;
  code: string;
  slip: string;
  opens: string;
  closes: string;
}

const TEXT = {
  zh: ({ title, link, code, slip, opens, closes }: LetterFacts): string =>
    [
      `您收到“${title}”的一次性投票码：`,
      '',
      code,
      '',
      `投票时间：${opens} 至 ${closes}`,
      '点开下面的链接即可投票（链接中已带投票码，请勿转发）：',
      `${link}#${code}`,
      '',
      `凭条编号 ${slip}。如果收到多封这样的邮件，请以最后一封为准。`,
      '系统不记录谁用了哪个投票码。投票码丢失或有疑问，请联系组织者。',
    ].join('\n'),
  en: ({ title, link, code, slip, opens, closes }: LetterFacts): string =>
    [
      `This is your one-time code for “${title}”:`,
      '',
      code,
      '',
      `Voting is open from ${opens} to ${closes}`,
      'Follow this link to vote (your code is in it; do not pass it on):',
      `${link}#${code}`,
      '',
      `Slip ${slip}. If you got several of these letters, the last one counts.`,
      'Nobody records who used which code. If yours is lost, or something is not clear, ask the organisers.',
    ].join('\n'),
};

const SUBJECT = { zh: '投票码：', en: 'Your code: ' };

/** The letter that carries a code to one person. */
export const codeLetter = (language: 'zh' | 'en', facts: LetterFacts): Letter => ({
  to: facts.to,
  subject: `${SUBJECT[language]}${facts.title}`,
  text: TEXT[language](facts),
});
