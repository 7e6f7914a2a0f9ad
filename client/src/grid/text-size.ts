/** Widths of letters at 14 px: one em for Chinese, about half of it for Latin. */
export const textWidth = (text: string): number =>
  Array.from(text).reduce((width, letter) => width + (letter > '\u2e7f' ? 14 : 8), 0);

/** How many lines a text takes in a width in pixels; a good guess that needs no layout by the browser. */
export const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / width)), 0);
