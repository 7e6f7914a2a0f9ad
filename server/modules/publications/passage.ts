import type { OfProgramme } from './wanted-texts.service.ts';

/** Who lets what through. `waiting` is the publication that the person confirms. */
export interface Passage {
  programme: OfProgramme;
  /** Null on the command line where nobody is named. */
  person: string | null;
  token: string;
  note: string | null;
  waiting: string | null;
}
