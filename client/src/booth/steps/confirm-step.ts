import { trackerOf } from '#engine/ballot/commitment.ts';
import type { Visit } from '../visit.ts';
import { randomHex } from '../chance.ts';
import { deviceFor } from '../open-vote.ts';
import { button, h, list, paragraph } from '../dom.ts';
import { sha256 } from '../sha256.ts';
import { words } from '../words.ts';

/** Bytes. Made here and nowhere else: two voters can never be handed the same. */
const NONCE = 32;

/** Puts the ballot together; from now on it is this one that is sent, however often. */
const fill = (visit: Visit): void => {
  const { election, progress } = visit;
  const nonce = randomHex(NONCE);
  const choice = [...progress.choice].sort();
  const tracker = trackerOf({ sha256 }, { election: election.id, nonce, choice });
  const device = election.channel === 'open' ? { device: deviceFor(election.id) } : {};
  visit.save({ ballot: { code: progress.code, nonce, choice, tracker, ...device } });
};

export const confirm = (visit: Visit): void => {
  const { shell, election, progress } = visit;
  shell.show(() => {
    const { title, chosen, blank, final, finalOpen, cast: castIt, back } = words().confirm;
    const titles = election.candidates.filter(({ id }) => progress.choice.includes(id)).map((entry) => entry.title);
    const send = (): void => {
      fill(visit);
      visit.go('send');
    };
    return {
      about: election.title,
      title,
      content: [
        ...(titles.length === 0 ? [paragraph(blank)] : [paragraph(chosen), list(titles)]),
        paragraph(election.channel === 'open' ? finalOpen : final),
        h(
          'div',
          { class: 'bar bar-row' },
          button(
            back,
            () => {
              visit.go('choose');
            },
            'other',
          ),
          button(castIt, send),
        ),
      ],
    };
  });
};
