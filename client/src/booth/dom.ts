type Child = Node | string | null;

/** Texts are attributes, `true` is an attribute without a value, a function listens to the event of that name. */
type Attributes = Record<string, string | boolean | undefined | ((event: Event) => void)>;

/** An element with its attributes and children. Texts are only ever texts: nothing of an election is read as markup. */
export const h = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
};

export const button = (text: string, click: () => void, kind: 'main' | 'other' = 'main'): HTMLButtonElement =>
  h('button', { type: 'button', class: kind, click }, text);

export const paragraph = (text: string, kind?: string): HTMLParagraphElement => h('p', { class: kind }, text);

export const list = (texts: readonly string[]): HTMLUListElement =>
  h('ul', {}, ...texts.map((text) => h('li', {}, text)));

/** Terms and what they stand for. */
export const facts = (pairs: readonly (readonly [string, string | Node])[]): HTMLDListElement =>
  h('dl', {}, ...pairs.flatMap(([term, value]) => [h('dt', {}, term), h('dd', {}, value)]));
