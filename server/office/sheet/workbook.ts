import { Worker } from 'node:worker_threads';

/** A cell with something in it; where cells are merged, the one that stands for all of them. Rows and columns count from 1. */
export interface Cell {
  row: number;
  column: number;
  text: string;
  /** How many rows and columns it covers. */
  down: number;
  across: number;
}

/** One visible sheet; `isCut` where more rows follow than are looked at. */
export interface Sheet {
  name: string;
  cells: Cell[];
  isCut: boolean;
}

/** Why a file is not read. */
export type WorkbookRefusal =
  'not-a-workbook' | 'old-or-encrypted' | 'encrypted' | 'too-large' | 'too-many-columns' | 'too-slow' | 'busy';

/** Within these a sheet is a form; a file beyond them is refused, or not looked at any further (rows, sheets, characters). */
export const SHEET_LIMITS = {
  /** Bytes of the file as it is sent. */
  bytes: 5_000_000,
  /** Bytes of all that is in it, unpacked; and of one part that has to be parsed. */
  unpackedBytes: 40_000_000,
  xmlBytes: 8_000_000,
  entries: 1_000,
  mergedCells: 100_000,
  rowsRead: 20_000,
  columnsRead: 1_000,
  /** Rows from the top that are looked at, columns that a form may have, sheets, characters of a cell. */
  rows: 300,
  columns: 200,
  sheets: 30,
  characters: 2_000,
  /** Files that are read at the same time. */
  atOnce: 2,
  milliseconds: 20_000,
  megabytes: 256,
} as const;

/** The thread is plain JavaScript and is run from the sources, also by the built server. */
const threadFile = (here: string = import.meta.url): URL =>
  here.endsWith('.ts')
    ? new URL('./read-workbook.mjs', here)
    : new URL(`${here.slice(0, here.lastIndexOf('/dist/'))}/server/office/sheet/read-workbook.mjs`);

export type Workbook = { sheets: Sheet[] } | { refused: WorkbookRefusal };

let running = 0;

const inThread = (bytes: Uint8Array): Promise<Workbook> =>
  new Promise((resolve) => {
    const thread = new Worker(threadFile(), {
      workerData: { bytes, limits: SHEET_LIMITS },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: SHEET_LIMITS.megabytes, maxYoungGenerationSizeMb: 64 },
    });
    const end = (workbook: Workbook): void => {
      clearTimeout(patience);
      resolve(workbook);
      void thread.terminate();
    };
    const patience = setTimeout(() => {
      end({ refused: 'too-slow' });
    }, SHEET_LIMITS.milliseconds);
    thread.once('message', end);
    // A thread that runs out of memory ends with an error of its own.
    thread.once('error', () => {
      end({ refused: 'too-large' });
    });
    thread.once('exit', () => {
      end({ refused: 'not-a-workbook' });
    });
  });

/** Reads an Excel file (.xlsx) of anybody's in a thread of its own, whatever is in it. */
export const readWorkbook = async (bytes: Uint8Array): Promise<Workbook> => {
  if (bytes.length > SHEET_LIMITS.bytes) return { refused: 'too-large' };
  if (running >= SHEET_LIMITS.atOnce) return { refused: 'busy' };
  running += 1;
  try {
    return await inThread(bytes);
  } finally {
    running -= 1;
  }
};
