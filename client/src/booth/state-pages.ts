import type { ElectionView } from '#contract/wire/ballot.ts';
import { button, h, list, paragraph } from './dom.ts';
import type { Trouble } from './election-api.ts';
import type { Page } from './shell.ts';
import type { SignatureVerdict } from './signature.ts';
import { moment, words } from './words.ts';

/** Pages that say why nobody can vote here, or not now, and what to do about it. */

const link = (text: string, href: string): HTMLElement => h('p', {}, h('a', { href }, text));

export const linksOf = (election: string, ...names: ('toCheck' | 'toResults')[]): HTMLElement[] =>
  names.map((name) =>
    link(words().state[name], name === 'toCheck' ? `/vote/${election}/check` : `/results/${election}`),
  );

/** What was found out about the signature of a receipt. */
export const signaturePart = (verdict: SignatureVerdict): HTMLElement =>
  paragraph(words().signature[verdict], verdict === 'holds' ? 'good' : verdict === 'broken' ? 'problem' : 'quiet');

/** What this vote promises and what it does not: on every page where somebody decides to trust it. A jury casts no ballots. */
export const promise = (channel: ElectionView['channel']): Node => {
  if (channel === 'jury') return document.createDocumentFragment();
  const { title, keptTitle, notTitle, open, ...closed } = words().promise;
  const { kept, not } = channel === 'open' ? open : closed;
  return h(
    'details',
    {},
    h('summary', {}, title),
    h('h2', {}, keptTitle),
    list(kept),
    h('h2', {}, notTitle),
    list(not),
  );
};

const reload = (): void => {
  location.reload();
};

/** Undefined where voting is possible. The time is the server's: the clock of a phone may be wrong. */
export const waitingPage = (
  { id, title: about, channel, status, opens, closes }: ElectionView,
  now: Date,
): (() => Page) | undefined => {
  if (status === 'void') return () => told(words().state.void, { about });
  if (channel === 'jury') return () => told(words().state.jury, { about }, ...linksOf(id, 'toResults'));
  if (status === 'closed' || status === 'certified' || (status === 'open' && now >= new Date(closes)))
    return () => told(words().state.closed(moment(closes)), { about }, ...linksOf(id, 'toResults', 'toCheck'));
  if (status === 'open' && now >= new Date(opens)) return undefined;
  return () => told(words().state.before(moment(opens)), { about }, button(words().reload, reload), promise(channel));
};

export const told = (
  { title, text }: { title: string; text: string },
  more: { about?: string } = {},
  ...content: Node[]
): Page => ({ ...more, title, content: [paragraph(text), ...content] });

/** The words for what went wrong. */
export const wordsOfTrouble = ({ code, detail, retryAfter }: Trouble): { title: string; text: string } => {
  const { state } = words();
  if (code === 'too-many-requests') return state['too-many-requests'](retryAfter);
  if (code === 'not-found' || code === 'offline' || code === 'code-not-usable') return state[code];
  return detail === '' ? state.other : { title: state.other.title, text: detail };
};

export const troublePage =
  (trouble: Trouble, retry: () => void, about?: string): (() => Page) =>
  () =>
    told(
      wordsOfTrouble(trouble),
      about === undefined ? {} : { about },
      ...(trouble.code === 'not-found' ? [] : [button(words().retry, retry)]),
    );
