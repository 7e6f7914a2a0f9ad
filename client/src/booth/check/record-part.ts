import { facts, h, paragraph } from '../dom.ts';
import { words } from '../words.ts';
import type { ChainVerdict } from './chain.ts';
import type { PublicRecord } from './look.ts';

const link = (text: string, href: string): HTMLElement => h('p', {}, h('a', { href, download: true }, text));

/** Where everything can be fetched, and the programs that check it. */
export const evidencePart = (election: string, hasBundle: boolean): Node[] => {
  const { check } = words();
  const api = `/api/elections/${election}`;
  if (!hasBundle) return [link(check.manifest, `${api}/manifest`)];
  return [
    link(check.manifest, `${api}/manifest`),
    link(check.bundle, `${api}/bundle.zip`),
    paragraph(check.verify),
    h('p', {}, h('code', {}, `python3 verify.py ${election}.zip`)),
    h('p', {}, h('code', {}, `node verify.mjs ${election}.zip`)),
    link('verify.py', '/verify/verify.py'),
    link('verify.mjs', '/verify/verify.mjs'),
  ];
};

/** Whether the page that voters load is the one that was sealed. */
const pagePart = ({ manifest, page }: PublicRecord): HTMLElement => {
  const { pageSame, pageOther, pageUnsealed } = words().check;
  const sealed = (JSON.parse(manifest) as { booth?: Record<string, string> }).booth?.['vote.html'];
  if (page === null || sealed === undefined) return h('span', {}, pageUnsealed);
  return h('code', {}, page === sealed ? pageSame(page) : pageOther(page));
};

/** The chain as it is published, for those who compare it with paper. */
export const recordPart = (record: PublicRecord, chain: ChainVerdict): Node[] => {
  const { view, checkpoints, ballots } = record;
  const { check } = words();
  const rows = checkpoints.map(({ i, head, trackers }) =>
    h('tr', {}, h('td', {}, String(i)), h('td', {}, h('code', {}, head)), h('td', {}, check.trackers(trackers.length))),
  );
  const heads = [check.i, check.head, check.published].map((text) => h('th', { scope: 'col' }, text));
  const table = h('table', {}, h('thead', {}, h('tr', {}, ...heads)), h('tbody', {}, ...rows));
  return [
    h('h2', {}, check.record),
    facts([
      [check.head0, h('code', {}, view.head0)],
      [check.page, pagePart(record)],
      [check.head, h('code', {}, chain.kind === 'whole' ? chain.head : '—')],
    ]),
    ...(rows.length === 0
      ? [paragraph(check.none)]
      : [h('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': check.links }, table)]),
    paragraph(check.pageHow, 'quiet'),
    h('h2', {}, check.prove),
    ...evidencePart(view.id, ballots !== null),
  ];
};
