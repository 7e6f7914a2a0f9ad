import { normaliseCode } from '#engine/ballot/code.ts';
import type { CodeAnswer, ElectionView } from '#contract/wire/ballot.ts';
import { shuffled } from './chance.ts';
import { type Answer, fetchCodeState, fetchElection } from './election-api.ts';
import { forget, keep, kept, type Progress } from './kept.ts';
import { ownCode } from './open-vote.ts';
import type { Shell } from './shell.ts';
import { button, paragraph } from './dom.ts';
import { linksOf, told, troublePage, waitingPage } from './state-pages.ts';
import { askForCode } from './steps/code-step.ts';
import { choose } from './steps/choose-step.ts';
import { confirm } from './steps/confirm-step.ts';
import { showReceipt } from './steps/receipt-step.ts';
import { cast } from './steps/send-step.ts';
import type { Step, Visit } from './visit.ts';
import { words } from './words.ts';

const STEPS: Record<Step, (visit: Visit) => void> = {
  choose,
  confirm,
  send: (visit) => void cast(visit),
  receipt: showReceipt,
};

/** The code that a link brings, and what is heard of it. */
interface Asked {
  code: string;
  state: Promise<Answer<CodeAnswer>>;
}

const ask = (election: string, code: string): Asked => ({ code, state: fetchCodeState(election, code) });

/** Asked about at once, while the election itself is still on its way: on a slow line that is a good part of the wait. */
const askedByLink = (election: string): Asked | null => {
  const code = normaliseCode(decodeURIComponent(location.hash.slice(1).replace(/%(?![0-9a-f]{2})/gi, '')));
  return code === null ? null : ask(election, code);
};

/** Takes the code out of the address: nobody who is shown the page next sees it. */
const hideCode = (): void => {
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
};

const visitOf = (shell: Shell, election: ElectionView, progress: Progress): Visit => {
  const visit: Visit = {
    shell,
    election,
    progress,
    save: (change) => {
      Object.assign(progress, change);
      keep(election.id, progress);
    },
    go: (step) => {
      STEPS[step](visit);
    },
    restart: () => {
      forget(election.id);
      if (election.channel === 'open') enterOpen(shell, election);
      else
        askForCode(shell, election, (code) => {
          enter(shell, election, ask(election.id, code));
        });
    },
  };
  return visit;
};

/** With a code that nobody checked yet: only whoever holds it learns what became of it. */
const enter = (shell: Shell, election: ElectionView, { code, state: asked }: Asked): void => {
  const { id, title: about } = election;
  const ids = election.candidates.map((candidate) => candidate.id);
  const visit = visitOf(shell, election, { code, order: shuffled(ids), choice: [] });
  const other = () =>
    button(
      words().state.enterOther,
      () => {
        visit.restart();
      },
      'other',
    );
  shell.show(() => ({ about, title: words().code.checking, content: [] }));
  void asked.then((answer) => {
    if (!answer.ok && answer.trouble.code === 'code-not-usable')
      shell.show(() => told(words().state['code-not-usable'], { about }, other()));
    else if (!answer.ok)
      shell.show(
        troublePage(
          answer.trouble,
          () => {
            enter(shell, election, ask(id, code));
          },
          about,
        ),
      );
    else if (answer.body.state === 'unused') {
      visit.save({});
      visit.go('choose');
    } else {
      const { state } = answer.body;
      shell.show(() => told(words().state[state], { about }, ...linksOf(id, 'toCheck'), other()));
    }
  });
};

/** Without a code of anybody's. */
const enterOpen = (shell: Shell, election: ElectionView): void => {
  const order = shuffled(election.candidates.map(({ id }) => id));
  const visit = visitOf(shell, election, { code: ownCode(), order, choice: [] });
  visit.save({});
  visit.go('choose');
};

/** Goes on where this tab was left. A link with another code than the one before begins anew. */
const resume = (
  shell: Shell,
  { election, now, linked }: { election: ElectionView; now: Date; linked: Asked | null },
) => {
  const before = kept(election.id);
  hideCode();
  const progress = before !== null && (linked === null || linked.code === before.code) ? before : null;
  const visit = progress === null ? null : visitOf(shell, election, progress);
  // What was sent before the end may have been accepted, though the answer was lost: ask again, whatever the time is.
  if (visit?.progress.receipt !== undefined) visit.go('receipt');
  else if (visit?.progress.ballot !== undefined) visit.go('send');
  else {
    const waiting = waitingPage(election, now);
    if (waiting !== undefined) shell.show(waiting);
    else if (visit !== null) visit.go('choose');
    else if (election.channel === 'open') enterOpen(shell, election);
    else if (linked !== null) enter(shell, election, linked);
    else
      askForCode(shell, election, (code) => {
        enter(shell, election, ask(election.id, code));
      });
  }
};

export const openBooth = async (shell: Shell, id: string): Promise<void> => {
  shell.show(() => ({ title: words().loading, content: [paragraph(words().loading, 'quiet')] }));
  const linked = askedByLink(id);
  const answer = await fetchElection(id);
  if (answer.ok) resume(shell, { election: answer.body, now: answer.at, linked });
  else shell.show(troublePage(answer.trouble, () => void openBooth(shell, id)));
};
