import type { ElectionView } from '#contract/wire/ballot.ts';
import { h } from '../dom.ts';

type Entry = ElectionView['candidates'][number];

interface Card {
  election: ElectionView;
  isChosen: boolean;
  /** Called with the box as the person left it. */
  mark: (id: string, box: HTMLInputElement) => void;
}

/** What an entry belongs to, as far as the rule of this vote speaks of it. */
const groupOf = ({ groups }: Entry, { choose }: ElectionView): string =>
  choose.spread === undefined ? '' : (groups[choose.spread.by] ?? '');

/** An entry with its box; the whole heading can be pressed. */
export const entryCard = (entry: Entry, { election, isChosen, mark }: Card): HTMLLIElement => {
  const box = h('input', {
    type: 'checkbox',
    id: `entry-${entry.id}`,
    checked: isChosen,
    change: () => {
      mark(entry.id, box);
    },
  });
  const group = groupOf(entry, election);
  return h(
    'li',
    { class: 'entry' },
    h(
      'label',
      { for: `entry-${entry.id}` },
      box,
      h('span', { class: 'entry-words' }, h('strong', {}, entry.title), h('span', { class: 'quiet' }, group)),
    ),
  );
};
