import { qrCode } from './qr-code.ts';

const WIDTH = 720;
const EDGE = 40;
const LINE = 34;

interface Content {
  title: string;
  heading: string;
  link: string;
  lines: readonly string[];
}

/** A text in pieces that fit a line. Hex and Chinese have no spaces to break at. */
const pieces = (context: CanvasRenderingContext2D, text: string): string[] => {
  const found: string[] = [];
  let line = '';
  for (const sign of text) {
    if (context.measureText(line + sign).width > WIDTH - 2 * EDGE) {
      found.push(line);
      line = '';
    }
    line += sign;
  }
  return [...found, line];
};

const drawCode = (context: CanvasRenderingContext2D, rows: readonly boolean[][], top: number): void => {
  const side = Math.floor((WIDTH - 2 * EDGE) / rows.length);
  const left = Math.floor((WIDTH - side * rows.length) / 2);
  rows.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (isDark) context.fillRect(left + x * side, top + y * side, side, side);
    });
  });
};

/** The receipt as a picture that can be kept among a phone's photos. Null where the browser draws none. */
export const receiptPicture = ({ title, heading, link, lines }: Content): HTMLCanvasElement | null => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const font = '22px system-ui, "PingFang SC", "Microsoft YaHei", sans-serif';
  context.font = font;
  const texts = [heading, title, ...lines].flatMap((text) => pieces(context, text));
  const rows = qrCode(link);
  canvas.width = WIDTH;
  canvas.height = 2 * EDGE + texts.length * LINE + WIDTH;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  context.font = font;
  texts.forEach((text, n) => {
    context.fillText(text, EDGE, EDGE + (n + 1) * LINE - 8);
  });
  drawCode(context, rows, EDGE + texts.length * LINE);
  return canvas;
};
