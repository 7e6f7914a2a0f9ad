import { normaliseCode, printedCode } from '#engine/ballot/code.ts';
import type { ElectionView } from '#contract/wire/ballot.ts';
import { button, h, paragraph } from '../dom.ts';
import type { Shell } from '../shell.ts';
import { promise } from '../state-pages.ts';
import { words } from '../words.ts';

/** Why a text is no code, in words. */
const problemOf = (typed: string): string => {
  const { wrongSign, incomplete } = words().code;
  const signs = typed.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  return signs.length === 24 ? wrongSign : incomplete(signs.length);
};

/** For those who hold a slip and not its QR code. A code that is whole is shown as it is printed. */
export const askForCode = (
  shell: Shell,
  { title: about, channel }: ElectionView,
  enter: (code: string) => void,
): void => {
  let typed = '';
  let problem = '';
  const take = (): void => {
    const code = normaliseCode(typed);
    if (code !== null) enter(code);
    else {
      problem = problemOf(typed);
      shell.show(page);
      document.getElementById('code')?.focus();
    }
  };
  const type = ({ currentTarget: input }: Event): void => {
    if (!(input instanceof HTMLInputElement)) return;
    const code = normaliseCode(input.value);
    if (code !== null) input.value = printedCode(code);
    typed = input.value;
  };
  const page = () => {
    const { title, label, hint, next } = words().code;
    const input = h('input', {
      id: 'code',
      name: 'code',
      autocomplete: 'off',
      autocapitalize: 'characters',
      spellcheck: 'false',
      'aria-describedby': 'code-hint code-problem',
      'aria-invalid': problem === '' ? 'false' : 'true',
      input: type,
    });
    input.value = typed;
    const submit = (event: Event): void => {
      event.preventDefault();
      take();
    };
    const proceed = button(next, take);
    const form = h(
      'form',
      { submit, novalidate: true },
      h('label', { for: 'code' }, label),
      input,
      h('p', { id: 'code-hint', class: 'quiet' }, hint),
      h('p', { id: 'code-problem', class: 'problem', role: 'alert' }, problem),
      proceed,
    );
    return {
      about,
      title,
      content: [...(channel === 'accounts' ? [paragraph(words().code.drawn)] : []), form, promise(channel)],
    };
  };
  shell.show(page);
};
