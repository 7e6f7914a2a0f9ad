import type { Path } from '../../yaml/read-yaml.ts';

/** One step of an author: a pure change of the text, so that undoing it is giving the text before back. */
export interface Command {
  /** Key of the screen text that names it: "undo: …". */
  name: string;
  apply: (text: string) => string;
  /** Steps with the same word that follow each other at once are undone together, as when somebody types. */
  merge?: string;
  /** What is selected afterwards. */
  select?: Path;
}
