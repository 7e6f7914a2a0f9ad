import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The README as tests read it: parts between markers, tables, and pieces of definitions with the file that they stand for. */

export const README = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

/** What stands between `<!-- name -->` and `<!-- /name -->`. */
export const part = (name: string): string => {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [README.indexOf(begin), README.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the README has no part ${begin} … ${end}`);
  return README.slice(from + begin.length, to).trim();
};

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The rows of every table of a text, without headings. */
export const rowsOf = (text: string): string[][] => {
  const lines = text.split('\n');
  return lines
    .filter((line, n) => line.startsWith('|') && !/^\|[-|]+\|$/.test(line) && !/^\|[-|]+\|$/.test(lines[n + 1] ?? ''))
    .map(cellsOf);
};

/** What stands in backticks. */
export const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words);

/** A fenced piece. `title` is what stands behind the language in the first line: a file, or what the piece belongs to. */
export interface Piece {
  title: string;
  text: string;
}

/** Every fenced piece of a text that has a title. */
export const piecesOf = (text: string): Piece[] =>
  [...text.matchAll(/^```\w+ (.+)\n([\s\S]*?)^```$/gm)].map(([, title = '', piece = '']) => ({ title, text: piece }));

/** The sections of a text that begin with a heading of the fourth level, by their heading. */
export const sectionsOf = (text: string): { heading: string; text: string }[] =>
  text
    .split(/^#### /m)
    .slice(1)
    .map((section) => ({ heading: section.slice(0, section.indexOf('\n')), text: section }));

/** Headings outside fenced pieces. */
export const headingsOf = (text: string): string[] =>
  [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);

/** What a link to a heading says behind its `#`. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-');

/** The headings to which a text links. */
export const linksOf = (text: string): string[] => [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, link = '']) => link);
