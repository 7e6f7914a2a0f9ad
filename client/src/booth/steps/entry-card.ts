import type { ElectionView } from '#contract/wire/ballot.ts';
import { button, h } from '../dom.ts';
import { words } from '../words.ts';

type Entry = ElectionView['candidates'][number];

interface Card {
  election: ElectionView;
  isChosen: boolean;
  /** Called with the box as the person left it. */
  mark: (id: string, box: HTMLInputElement) => void;
}

/** What an entry belongs to, as far as the rule of this vote speaks of it. */
const groupOf = ({ groups, organisation }: Entry, { choose }: ElectionView): string => {
  const { by } = choose.spread ?? { by: 'organisation' };
  const group = by === 'organisation' ? organisation : groups[by];
  return [...new Set([group ?? groups[by], organisation])].filter((text) => text !== undefined).join(' · ');
};

/** A picture as large as the screen allows, until it is closed. */
const enlarge = (source: string, name: string): void => {
  const dialog = h('dialog', {
    'aria-label': name,
    close: () => {
      dialog.remove();
    },
  });
  dialog.append(
    h('img', { src: source, alt: name }),
    button(words().choose.close, () => {
      dialog.close();
    }),
  );
  document.body.append(dialog);
  dialog.showModal();
};

const pictureButton = (source: string, title: string, n: number): HTMLButtonElement => {
  const name = words().choose.picture(title, n);
  const image = h('img', {
    src: `${source}/small`,
    alt: '',
    loading: 'lazy',
    decoding: 'async',
    width: '180',
    height: '135',
  });
  return h(
    'button',
    {
      type: 'button',
      'aria-label': words().choose.enlarge(title, n),
      click: () => {
        enlarge(source, name);
      },
    },
    image,
  );
};

const picturesOf = ({ pictures = [], title }: Entry, election: string): HTMLElement | null =>
  pictures.length === 0
    ? null
    : h(
        'div',
        { class: 'pictures' },
        ...pictures.map((sha256, n) => pictureButton(`/api/elections/${election}/pictures/${sha256}`, title, n + 1)),
      );

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
    entry.text === undefined ? null : h('p', { class: 'entry-text' }, entry.text),
    picturesOf(entry, election.id),
  );
};
