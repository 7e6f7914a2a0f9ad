/** More digits than this cannot be kept exactly as a number; the text is then left as it was typed. */
const exactDigits = 15;

const simplify = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/^[−－]/, '-');

/** A decimal as typed, full-width digits included; undefined where it is none or has more digits than can be kept. */
export const readDecimal = (source: string): number | undefined => {
  const text = simplify(source);
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text)) return undefined;
  const digits = text.replaceAll(/[^\d.]/g, '').replace(/^0+/, '');
  return digits.replace('.', '').length > exactDigits ? undefined : Number(text) + 0;
};

/** A whole number as typed; `12.0` is one. */
export const readInteger = (source: string): number | undefined => {
  const value = readDecimal(source);
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
};

/** A number as a person would type it, never in exponent notation. */
export const plainNumber = (value: number): string => {
  const text = String(value);
  return text.includes('e') ? value.toFixed(exactDigits).replace(/\.?0+$/, '') : text;
};
