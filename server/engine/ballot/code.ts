/** The alphabet of Crockford: no I, L, O or U, so that nothing can be misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE = /^[0-9A-HJKMNP-TV-Z]{24}$/;
const BYTES = 15;

/** A one-time code from 15 random bytes: 24 characters of 5 bits each. Null for another number of bytes. */
export const codeFrom = (bytes: Uint8Array): string | null => {
  if (bytes.length !== BYTES) return null;
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET.charAt(Number.parseInt(five, 2))).join('');
};

/**
 * What a person typed, as the code it means: full-width characters become ordinary ones, small letters large ones, spaces
 * and dashes go, O is 0, I and L are 1. Null where that is no code.
 */
export const normaliseCode = (typed: string): string | null => {
  if (typed.length > 200) return null;
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash_Punctuation}\u00ad\u2212\u200b-\u200d\u2060\ufeff]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return CODE.test(code) ? code : null;
};

/** A code as it is printed: six groups of four. */
export const printedCode = (code: string): string => (code.match(/.{1,4}/g) ?? []).join('-');
