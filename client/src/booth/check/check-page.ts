import type { ElectionView } from '#contract/wire/ballot.ts';
import { button, h, list, paragraph } from '../dom.ts';
import { fetchElection } from '../election-api.ts';
import { kept } from '../kept.ts';
import { type Claim, readClaim } from '../receipt-text.ts';
import type { Shell } from '../shell.ts';
import { linksOf, promise, signaturePart, troublePage } from '../state-pages.ts';
import { words } from '../words.ts';
import { type Finding, fetchRecord, look, type PublicRecord } from './look.ts';
import { recordPart } from './record-part.ts';

type Line = readonly [text: string, kind: 'good' | 'problem' | 'quiet'];

const sentencesOf = (finding: Finding, { view, checkpoints }: PublicRecord): Line[] => {
  const { check } = words();
  if (finding.chain.kind === 'other-manifest') return [[check.manifestBroken, 'problem']];
  if (finding.chain.kind === 'broken') return [[check.broken(finding.chain.i), 'problem']];
  const chain: Line = [check.chain(checkpoints.length, finding.chain.trackers), 'quiet'];
  if (finding.checkpoint === null)
    return view.status === 'open' ? [[check.notYet, 'quiet'], chain] : [[check.missing, 'problem'], chain];
  const found: Line = [check.found(finding.checkpoint), 'good'];
  if (finding.ballot === null) return [found, [check.notRevealed, 'quiet'], chain];
  return [found, finding.ballot.fits ? [check.fits, 'good'] : [check.misfit, 'problem'], chain];
};

const titlesOf = ({ candidates }: ElectionView, choice: readonly string[]): string[] =>
  choice.map((id) => candidates.find((entry) => entry.id === id)?.title ?? id);

const findingPart = (finding: Finding, record: PublicRecord): Node[] => {
  const { check } = words();
  const signed = finding.signature === null ? [] : [signaturePart(finding.signature)];
  const lines = [...sentencesOf(finding, record).map(([text, kind]) => paragraph(text, kind)), ...signed];
  if (finding.ballot === null) return lines;
  const titles = titlesOf(record.view, finding.ballot.choice);
  return [...lines, paragraph(check.ballot), list(titles.length === 0 ? [check.blank] : titles)];
};

interface Looked {
  text: string;
  claim?: Claim;
  problem?: string;
}

const claimOfLink = (): string => {
  const text = location.hash.slice(1);
  if (text !== '') history.replaceState(null, '', location.pathname);
  return text;
};

/** Everything of this page is worked out on the device: the receipt is sent nowhere. */
const show = async (shell: Shell, record: PublicRecord, looked: Looked): Promise<void> => {
  const { view } = record;
  const finding = await look(record, looked.claim ?? null);
  shell.show(() => {
    const { check } = words();
    const field = h('textarea', { id: 'receipt', rows: '4', spellcheck: 'false', 'aria-describedby': 'receipt-hint' });
    field.value = looked.text;
    const search = (): void => {
      const claim = readClaim(field.value);
      void show(shell, record, { text: field.value, ...(claim === null ? { problem: check.unreadable } : { claim }) });
    };
    return {
      about: view.title,
      title: check.title,
      content: [
        h('label', { for: 'receipt' }, check.label),
        field,
        h('p', { id: 'receipt-hint', class: 'quiet' }, check.hint),
        h('p', { class: 'problem', role: 'alert' }, looked.problem ?? ''),
        button(check.look, search),
        h('div', { role: 'status' }, ...(looked.claim === undefined ? [] : findingPart(finding, record))),
        ...recordPart(record, finding.chain),
        ...linksOf(view.id, 'toResults'),
        promise(view.channel),
      ],
    };
  });
};

/** What the link or this tab says already is looked up at once. */
const begin = (id: string): Looked => {
  const receipt = kept(id)?.receipt;
  const text =
    claimOfLink() || (receipt === undefined ? '' : `${receipt.tracker}.${receipt.nonce}.${receipt.signature}`);
  const claim = readClaim(text);
  return claim === null ? { text } : { text, claim };
};

export const openCheck = async (shell: Shell, id: string): Promise<void> => {
  shell.show(() => ({ title: words().check.title, content: [paragraph(words().check.reading, 'quiet')] }));
  const election = await fetchElection(id);
  const record = election.ok ? await fetchRecord(election.body) : election;
  if (record.ok) await show(shell, record.body, begin(id));
  else shell.show(troublePage(record.trouble, () => void openCheck(shell, id)));
};
