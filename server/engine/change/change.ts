import type { FindingText } from '../../contract/finding.ts';
import type { ChangeClass } from '../../contract/wire/publication.ts';
import type { Path, Subject } from '../lint/check.ts';

/** One difference between two versions of a definition, in words that a clerk reads. `path` leads into the new text, or into the old one where something vanished. */
export interface Change {
  of: Subject;
  class: ChangeClass;
  path: Path;
  words: FindingText;
}

const GRAVITY: readonly ChangeClass[] = ['A', 'B', 'C', 'D', 'E'];

/** The gravest class among changes; null where there is none. */
export const gravest = (changes: readonly Pick<Change, 'class'>[]): ChangeClass | null =>
  changes.reduce<ChangeClass | null>(
    (found, { class: one }) => (found === null || GRAVITY.indexOf(one) > GRAVITY.indexOf(found) ? one : found),
    null,
  );

/** Whether a second person has to look at it: structure and what data means. */
export const needsSecondPerson = (found: ChangeClass | null): boolean => found === 'D' || found === 'E';
