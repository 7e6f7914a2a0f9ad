import { type ChoiceProblem, judgeChoice } from '#engine/ballot/choice.ts';
import type { ElectionView } from '#contract/wire/ballot.ts';
import type { Visit } from '../visit.ts';
import { button, h, paragraph } from '../dom.ts';
import { promise } from '../state-pages.ts';
import { words } from '../words.ts';
import { entryCard } from './entry-card.ts';

const ruleOf = ({ choose }: ElectionView) => ({
  ...choose,
  spread: choose.spread === undefined ? null : { kind: words().groupKind(choose.spread.by), min: choose.spread.min },
});

const sentenceFor = (election: ElectionView, problem: ChoiceProblem): string => {
  const { problems } = words().choose;
  return (problem in problems ? problems[problem as keyof typeof problems] : problems.other)(ruleOf(election));
};

/** The same judgement that the server makes, so that nothing is sent that would be refused. */
const problemOf = ({ election, progress }: Visit): string | null => {
  const candidates = election.candidates.map(({ id, title, groups }) => ({ id, title, groups, criteria: [] }));
  const { spread, ...numbers } = election.choose;
  const rule = { ...numbers, ...(spread === undefined ? {} : { spread }) };
  const verdict = judgeChoice(progress.choice, rule, candidates);
  return verdict.kind === 'valid' ? null : sentenceFor(election, verdict.problem);
};

/** The entries in this page's order, with how many are chosen. */
export const choose = (visit: Visit): void => {
  const { shell, election, progress } = visit;
  const { max } = election.choose;
  const inOrder = progress.order.flatMap((id) => election.candidates.filter((candidate) => candidate.id === id));
  shell.show(() => {
    const { title, order, count, next } = words().choose;
    const counter = h('span', { class: 'count' }, count(progress.choice.length, max));
    const problem = h('p', { class: 'problem', role: 'alert' });
    const mark = (id: string, box: HTMLInputElement): void => {
      const without = progress.choice.filter((chosen) => chosen !== id);
      const isTooMany = box.checked && without.length >= max;
      if (isTooMany) box.checked = false;
      problem.textContent = isTooMany ? sentenceFor(election, 'too-many') : '';
      visit.save({ choice: box.checked ? [...without, id] : without });
      counter.textContent = count(progress.choice.length, max);
      shell.announce(counter.textContent);
    };
    const proceed = (): void => {
      const wrong = problemOf(visit);
      problem.textContent = wrong ?? '';
      if (wrong === null) visit.go('confirm');
    };
    const cards = inOrder.map((entry) =>
      entryCard(entry, { election, isChosen: progress.choice.includes(entry.id), mark }),
    );
    return {
      about: election.title,
      title,
      content: [
        paragraph(words().choose.rule(ruleOf(election))),
        paragraph(order, 'quiet'),
        h('ul', { class: 'entries' }, ...cards),
        promise(election.channel),
        h('div', { class: 'bar' }, problem, h('div', { class: 'bar-row' }, counter, button(next, proceed))),
      ],
    };
  });
};
