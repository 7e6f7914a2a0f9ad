import { Key } from '#contract/key.ts';

export const isKey = (text: string): boolean => Key.safeParse(text).success;

const slug = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .replace(/_+$/, '')
    .slice(0, 40);

const numbered = (stem: string, taken: ReadonlySet<string>): string => {
  for (let n = 1; ; n += 1) if (!taken.has(`${stem}_${String(n)}`)) return `${stem}_${String(n)}`;
};

/** A key for something called so: its words where they are Latin, else the stem with the next free number. */
export const keyFor = (title: string, stem: string, taken: Iterable<string>): string => {
  const used = new Set(taken);
  const words = slug(title);
  // A title of which little is Latin would give a key that says nothing.
  const isTelling = isKey(words) && words.length * 2 >= title.trim().length;
  if (!isTelling) return numbered(stem, used);
  return used.has(words) ? numbered(words, used) : words;
};
