import { button, h } from './dom.ts';
import { changeLanguage, language, words } from './words.ts';

/** What stands on the screen. */
export interface Page {
  title: string;
  /** Whose page it is: the election's title. */
  about?: string;
  content: readonly Node[];
}

export interface Shell {
  /** Draws a page, and again when the language changes. The heading gets the focus, so that it is read out. */
  show(page: () => Page): void;
  /** Tells those who hear the page. */
  announce(text: string): void;
}

/** The frame of every page of the booth: a switch of language, one heading, and what is told aloud. */
export const createShell = (root: HTMLElement): Shell => {
  const main = h('main', { id: 'content' });
  const voice = h('div', { class: 'voice', role: 'status', 'aria-live': 'polite' });
  const name = h('span', { class: 'name' });
  let current: (() => Page) | undefined;
  const draw = (): void => {
    if (current === undefined) return;
    const { title, about = '', content } = current();
    document.documentElement.lang = language();
    document.title = about === '' ? title : `${title} · ${about}`;
    name.textContent = words().booth;
    change.textContent = words().otherLanguage;
    change.lang = language() === 'en' ? 'zh-CN' : 'en';
    const heading = h('h1', { tabindex: '-1' }, title);
    main.replaceChildren(...(about === '' ? [] : [h('p', { class: 'about' }, about)]), heading, ...content);
  };
  const change = button(
    '',
    () => {
      changeLanguage(language() === 'en' ? 'zh-CN' : 'en');
      draw();
    },
    'other',
  );
  root.replaceChildren(h('header', {}, name, change), main, voice);
  return {
    show: (page) => {
      const isFirst = current === undefined;
      current = page;
      draw();
      scrollTo(0, 0);
      if (!isFirst) main.querySelector('h1')?.focus();
    },
    announce: (text) => {
      voice.textContent = text;
    },
  };
};
