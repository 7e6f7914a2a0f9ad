import type { ElectionView } from '#contract/wire/ballot.ts';
import type { ElectionResult } from '#contract/wire/election-result.ts';
import { h, paragraph } from '../dom.ts';
import { fetchElection, fetchResult } from '../election-api.ts';
import type { Page, Shell } from '../shell.ts';
import { linksOf, promise, told, troublePage } from '../state-pages.ts';
import { words } from '../words.ts';
import { batchPart, spotCheckPart } from './audit-part.ts';
import { evidencePart } from '../check/record-part.ts';
import { openPart } from './open-part.ts';
import { hasVote, rankingPart } from './ranking-part.ts';
import { tiesPart } from './ties-part.ts';
import { turnoutPart } from './turnout-part.ts';

const resultPage = (body: ElectionResult): Page => {
  const { title, provisional, certified, status, evidence } = words().results;
  const hasCodes = hasVote(body) && body.channel !== 'open';
  const notices = [body.standing === 'certified' ? certified : provisional, status[body.result.status]];
  return {
    about: body.title,
    title,
    content: [
      ...notices.filter((text) => text !== '').map((text) => paragraph(text, 'notice')),
      ...rankingPart(body),
      ...openPart(body),
      ...(hasCodes ? turnoutPart(body) : []),
      ...tiesPart(body),
      ...(hasCodes ? batchPart(body) : []),
      ...(hasCodes ? spotCheckPart(body) : []),
      h('h2', {}, evidence),
      ...evidencePart(body.election, true),
      ...(body.channel === 'jury' ? [] : linksOf(body.election, 'toCheck')),
      promise(body.channel),
    ],
  };
};

const notYetPage = ({ id, title: about, channel }: ElectionView): Page => {
  const { notYet, notYetJury } = words().results;
  if (channel === 'jury') return told(notYetJury, { about });
  return told(notYet, { about }, ...linksOf(id, 'toCheck'), promise(channel));
};

/** The result for everybody. Before there is a count the page says so and nothing else. */
export const openResults = async (shell: Shell, id: string): Promise<void> => {
  const again = () => void openResults(shell, id);
  shell.show(() => ({ title: words().results.title, content: [paragraph(words().loading, 'quiet')] }));
  const view = await fetchElection(id);
  if (!view.ok) {
    shell.show(troublePage(view.trouble, again));
    return;
  }
  const about = view.body.title;
  const isOver = view.body.status === 'closed' || view.body.status === 'certified';
  const answer = isOver ? await fetchResult(id) : null;
  if (answer === null || (!answer.ok && answer.trouble.code === 'not-found')) shell.show(() => notYetPage(view.body));
  else if (answer.ok) shell.show(() => resultPage(answer.body));
  else shell.show(troublePage(answer.trouble, again, about));
};
