/** What canonical text can hold: no fractions, whose text differs between languages; exact decimals are texts. */
export type Canonical = string | number | boolean | null | readonly Canonical[] | { readonly [key: string]: Canonical };

const isList = (value: Canonical): value is readonly Canonical[] => Array.isArray(value);

/** JSON with sorted keys and without spaces, so that the same content is the same text everywhere. Numbers are whole. */
export const canonicalText = (value: Canonical): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`;
  const record = value;
  const members = Object.keys(record)
    .sort()
    .flatMap((key) => {
      const member = record[key];
      return member === undefined ? [] : [`${JSON.stringify(key)}:${canonicalText(member)}`];
    });
  return `{${members.join(',')}}`;
};
