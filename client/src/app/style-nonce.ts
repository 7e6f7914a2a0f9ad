/** The nonce that the server gave this page for styles made by script. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/**
 * Gives every style element that our scripts make the page's nonce. Ant Design does so by itself except where it measures
 * scroll bars; style elements that come in as text (`innerHTML`) stay forbidden.
 */
export const markStyles = (): void => {
  const maker = document as unknown as {
    createElement: (name: string, options?: ElementCreationOptions) => HTMLElement;
  };
  const make = maker.createElement.bind(document);
  maker.createElement = (name, options) => {
    const element = make(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
};
