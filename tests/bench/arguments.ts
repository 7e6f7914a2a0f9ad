import { parseArgs } from 'node:util';

const FIGURES = [
  'submit',
  'history',
  'start',
  'memory',
  'validators',
  'ballots',
  'booth',
  'follow',
  'lint',
  'publishing',
] as const;
export type FigureName = (typeof FIGURES)[number];

/** What is asked for on the command line. */
export interface Order {
  only: readonly FigureName[];
  /** Length of one window of measuring. */
  seconds: number;
  /** Windows of each side, taken in turn. */
  rounds: number;
  /** How many events are stored when the cost of a long history is measured. */
  events: number;
  /** Where the figures are written as JSON. */
  json: string | undefined;
  /** A folder for a processor profile of the server while it takes submissions. */
  profile: string | undefined;
}

const USAGE = `Usage: npm run bench -- [--only ${FIGURES.join('|')}]... [--seconds N] [--rounds N] [--events N] [--json FILE] [--profile FOLDER]`;

const isFigure = (name: string): name is FigureName => FIGURES.some((figure) => figure === name);

const positive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`${text} is no number above 0\n${USAGE}`);
  return value;
};

/** Throws with the usage where the command line cannot be understood. */
export const readOrder = (words: readonly string[]): Order => {
  const { values } = parseArgs({
    args: [...words],
    options: {
      only: { type: 'string', multiple: true, default: [...FIGURES] },
      seconds: { type: 'string', default: '3' },
      rounds: { type: 'string', default: '3' },
      events: { type: 'string', default: '100000' },
      json: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const names = values.only.flatMap((name) => name.split(','));
  const unknown = names.find((name) => !isFigure(name));
  if (unknown !== undefined) throw new Error(`There is no figure ${unknown}.\n${USAGE}`);
  return {
    only: names.filter(isFigure),
    seconds: positive(values.seconds),
    rounds: positive(values.rounds),
    events: positive(values.events),
    json: values.json,
    profile: values.profile,
  };
};
