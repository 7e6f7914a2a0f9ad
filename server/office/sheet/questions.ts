import type { FindingText } from '../../contract/finding.ts';
import type { ProposalQuestion } from '../../contract/wire/design.ts';

export const say = (zh: string, en: string): FindingText => ({ 'zh-CN': zh, en });

/** What is told of a sheet beside the form itself. */
interface Told {
  at: string;
  words: FindingText;
}

/** Asks whoever sent the sheet; until they answer, the first alternative stands. */
export interface Inquiry {
  ask(question: Pick<ProposalQuestion, 'id' | 'at' | 'about' | 'alternatives'>): string;
  tell(at: string, words: FindingText): void;
}

export interface Minutes {
  questions: ProposalQuestion[];
  told: Told[];
}

/** An inquiry that takes known answers, and what came of it. */
export const inquiry = (answers: Readonly<Record<string, string>>): { inquiry: Inquiry; minutes: Minutes } => {
  const minutes: Minutes = { questions: [], told: [] };
  return {
    minutes,
    inquiry: {
      ask: (question) => {
        const given = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
        const isKnown = question.alternatives.some(({ answer }) => answer === given);
        const answer = isKnown && given !== undefined ? given : (question.alternatives[0]?.answer ?? '');
        minutes.questions.push({ ...question, answer, isOpen: !isKnown });
        return answer;
      },
      tell: (at, words) => void minutes.told.push({ at, words }),
    },
  };
};
