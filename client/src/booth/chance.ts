/** Randomness of the browser's own, which no one foresees. */

export const randomHex = (bytes: number): string =>
  [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A whole number below a limit, each as likely as another. */
const below = (limit: number): number => {
  const most = Math.floor(2 ** 32 / limit) * limit;
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < most) return drawn % limit;
  }
};

/** In an order of chance, so that no place on the page is anybody's. */
export const shuffled = <Item>(items: readonly Item[]): Item[] => {
  const mixed = [...items];
  for (let n = mixed.length - 1; n > 0; n -= 1) {
    const other = below(n + 1);
    [mixed[n], mixed[other]] = [mixed[other] as Item, mixed[n] as Item];
  }
  return mixed;
};
