import type { Visit } from '../visit.ts';
import { button, paragraph } from '../dom.ts';
import { castBallot, type Trouble } from '../election-api.ts';
import { checkSignature } from '../signature.ts';
import { linksOf, told, wordsOfTrouble } from '../state-pages.ts';
import { moment, words } from '../words.ts';

/** Milliseconds between attempts before the person is asked. */
const PAUSES = [1_000, 2_000, 4_000, 8_000];

/** The box was not reached, or could not answer: whether the ballot is in it is not known, and sending again tells. */
const isPassing = ({ code }: Trouble): boolean => ['offline', 'unavailable', 'internal'].includes(code);

const waiting = (visit: Visit, attempt: number): void => {
  visit.shell.show(() => ({
    about: visit.election.title,
    title: words().send.title,
    content: attempt === 1 ? [] : [paragraph(words().send.again(attempt)), paragraph(words().send.kept, 'quiet')],
  }));
};

/** Refused for good: the ballot is not in the box, and the words say why and what is left to do. */
const refuse = (visit: Visit, trouble: Trouble): void => {
  const { shell, election } = visit;
  const about = election.title;
  if (isPassing(trouble) || trouble.code === 'too-many-requests') {
    shell.show(() =>
      told(
        wordsOfTrouble(trouble),
        { about },
        paragraph(words().send.kept),
        button(words().retry, () => {
          visit.go('send');
        }),
      ),
    );
    return;
  }
  delete visit.progress.ballot;
  visit.save({});
  const { state } = words();
  const other = () =>
    button(
      state.enterOther,
      () => {
        visit.restart();
      },
      'other',
    );
  if (trouble.code === 'election-closed')
    shell.show(() =>
      told(words().state.closed(moment(election.closes)), { about }, ...linksOf(election.id, 'toResults')),
    );
  else
    shell.show(() =>
      told(
        wordsOfTrouble(trouble),
        { about },
        button(words().reload, () => {
          location.reload();
        }),
        other(),
      ),
    );
};

/** Sends the same ballot until there is an answer: one that arrived already is answered alike, and counts once. */
export const cast = async (visit: Visit): Promise<void> => {
  const { election, progress } = visit;
  const { ballot } = progress;
  if (ballot === undefined) return;
  for (let attempt = 1; ; attempt += 1) {
    waiting(visit, attempt);
    const answer = await castBallot(election.id, ballot);
    if (answer.ok) {
      const { state, ...receipt } = answer.body;
      delete progress.ballot;
      // What is signed is the ballot that was sent, whatever the answer names.
      const { tracker, nonce } = ballot;
      const signed = await checkSignature({ ...receipt, tracker, election: election.id, key: election.receiptKey });
      const isRepeated = state === 'already-recorded';
      visit.save({ receipt: { ...receipt, tracker, nonce, isRepeated, signed }, code: '' });
      visit.go('receipt');
      return;
    }
    const pause = PAUSES[attempt - 1];
    if (!isPassing(answer.trouble) || pause === undefined) {
      refuse(visit, answer.trouble);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};
