import type { DeadlinesView } from '#contract/wire/deadline.ts';

/** Colours that stay apart for most eyes, dark enough on white for text; after the last one they begin again. */
const COLOURS = ['blue', 'green', 'purple', 'orange', 'teal', 'rose'] as const;

/** The class of each workflow's colour, in the order in which the programme lists them. */
export const workflowColours = ({ deadlines }: DeadlinesView): Map<string, string> => {
  const keys = [...new Set(deadlines.map(({ workflow }) => workflow))];
  return new Map(keys.map((key, n) => [key, `due-${COLOURS[n % COLOURS.length] ?? 'blue'}`]));
};
