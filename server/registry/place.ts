import type { Finding, FindingText } from '../contract/finding.ts';

/** Keys and indexes from the top of a document to one value. */
export type Path = readonly (string | number)[];

/** What stands at a path of a value; undefined where nothing does. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (here, step) =>
      typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[step] : undefined,
    value,
  );

/** A line and a column, both from 1; columns count UTF-16 units. */
interface Place {
  line: number;
  column: number;
}

/** Where in the text a value stands, and the key that it stands under. */
interface Spot {
  key: number;
  value: number;
}

/** Remembers where each value of one text stands. */
export interface Places {
  put(path: Path, spot: Spot): void;
  /** The place of an offset of the text. */
  at(offset: number): Place;
  /** The place of a value (of its key where `side` says so); of the nearest thing around it where it is missing. */
  of(path: Path, side?: 'key' | 'value'): Place;
}

const nameOf = (path: Path): string => path.join('\u0000');

const lineStartsOf = (text: string): number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};

/** The index of the last start that is not behind the offset. */
const lineOf = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};

export const placesIn = (text: string): Places => {
  const starts = lineStartsOf(text);
  const spots = new Map<string, Spot>();
  const at = (offset: number): Place => {
    const line = lineOf(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  return {
    put: (path, spot) => void spots.set(nameOf(path), spot),
    at,
    of: (path, side = 'value') => {
      const own = spots.get(nameOf(path));
      if (own !== undefined) return at(own[side]);
      for (let length = path.length - 1; length >= 0; length -= 1) {
        const around = spots.get(nameOf(path.slice(0, length)));
        if (around !== undefined) return at(around.key);
      }
      return { line: 1, column: 1 };
    },
  };
};

/** What is wrong, before the file and the place are added. `offset` wins over `path` for the place. */
export interface Fault {
  code: string;
  path: Path;
  message: FindingText;
  suggestion?: FindingText | undefined;
  severity?: Finding['severity'];
  offset?: number;
  side?: 'key' | 'value';
}

export const say = (zh: string, en: string): FindingText => ({ 'zh-CN': zh, en });

export const findingOf = (file: string, places: Places, fault: Fault): Finding => ({
  code: fault.code,
  severity: fault.severity ?? 'error',
  file,
  ...(fault.offset === undefined ? places.of(fault.path, fault.side) : places.at(fault.offset)),
  path: [...fault.path],
  message: fault.message,
  ...(fault.suggestion === undefined ? {} : { suggestion: fault.suggestion }),
});
