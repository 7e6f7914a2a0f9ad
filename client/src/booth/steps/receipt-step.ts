import { button, facts, h, paragraph } from '../dom.ts';
import { forget, type Receipt } from '../kept.ts';
import { receiptPicture } from '../receipt-picture.ts';
import { receiptLink, receiptText } from '../receipt-text.ts';
import { linksOf, promise, signaturePart } from '../state-pages.ts';
import type { Visit } from '../visit.ts';
import { words } from '../words.ts';

const pictureOf = (title: string, receipt: Receipt): HTMLCanvasElement | null => {
  const { tracker, nonce, election } = words().receipt;
  return receiptPicture({
    title,
    heading: words().receipt.title,
    link: receiptLink(location.origin, receipt),
    lines: [
      `${election} ${receipt.election}`,
      `${tracker} ${receipt.tracker}`,
      `${nonce} ${receipt.nonce}`,
      receiptLink(location.origin, receipt).split('#', 1)[0] ?? '',
    ],
  });
};

/** Saved where the browser can; inside WeChat, which saves nothing, a long press on the picture does. */
const download = (picture: HTMLCanvasElement, name: string): void => {
  const link = h('a', { href: picture.toDataURL('image/png'), download: `${name}.png` });
  link.click();
};

const copied = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};

const savingPart = (visit: Visit, title: string, receipt: Receipt): Node[] => {
  const { save, longPress, copy, copied: done, notCopied, picture: name } = words().receipt;
  const picture = pictureOf(title, receipt);
  const text = receiptText(location.origin, title, receipt);
  const copyIt = async (): Promise<void> => {
    visit.shell.announce((await copied(text)) ? done : notCopied);
  };
  const buttons = h(
    'p',
    { class: 'bar-row' },
    button(copy, () => void copyIt(), 'other'),
  );
  if (picture === null) return [buttons];
  const keepIt = button(save, () => {
    download(picture, `${receipt.election}-${receipt.tracker.slice(0, 8)}`);
  });
  buttons.prepend(keepIt);
  const image = h('img', { src: picture.toDataURL('image/png'), alt: name, class: 'receipt-picture' });
  return [buttons, image, paragraph(longPress, 'quiet')];
};

/** What a voter takes home. Nothing is left behind once they say that they are done. */
export const showReceipt = (visit: Visit): void => {
  const { shell, election, progress } = visit;
  const { receipt } = progress;
  if (receipt === undefined) return;
  const finish = (): void => {
    forget(election.id);
    shell.show(() => ({
      about: election.title,
      title: words().receipt.doneTitle,
      content: [paragraph(words().receipt.doneText), ...linksOf(election.id, 'toCheck', 'toResults')],
    }));
  };
  shell.show(() => {
    const { title, already, what, secret, tracker, nonce, signature, done } = words().receipt;
    return {
      about: election.title,
      title,
      content: [
        ...(receipt.isRepeated ? [paragraph(already)] : []),
        signaturePart(receipt.signed),
        paragraph(what),
        paragraph(secret, 'quiet'),
        ...savingPart(visit, election.title, receipt),
        facts([
          [tracker, h('code', {}, receipt.tracker)],
          [nonce, h('code', {}, receipt.nonce)],
          [signature, h('code', {}, receipt.signature)],
        ]),
        ...linksOf(election.id, 'toCheck'),
        button(done, finish, 'other'),
        promise(election.channel),
      ],
    };
  });
};
