import { Key } from '../../contract/key.ts';

/** Gives every field a key of its own: the wanted one, else one made of its title, else the one to fall back on. */
export type KeyMaker = (wanted: string | undefined, title: string, otherwise: string) => string;

const slug = (title: string): string =>
  title
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '')
    .slice(0, 40)
    .replace(/_+$/, '');

const isWord = (title: string): boolean => !/[^\u0000-\u024f]/.test(title);

export const keyMaker = (taken: Iterable<string> = []): KeyMaker => {
  const known = new Set(taken);
  return (wanted, title, otherwise) => {
    const own = isWord(title) ? slug(title) : '';
    const first = [wanted, own, otherwise].find((key) => Key.safeParse(key).success) ?? 'field';
    let key = first;
    for (let n = 2; known.has(key); n += 1) key = `${first}_${n}`;
    known.add(key);
    return key;
  };
};
