import { RE2JS } from 're2js';

/**
 * The one engine for `pattern`, on the server and in the browser: time is linear in the text, so no pattern can hang either.
 * What it cannot do (look-around, back-references) is refused before publishing, never at run time.
 */

/** Instructions of a compiled pattern. Together with the cap on the text this bounds one test to a few milliseconds. */
export const PATTERN_SIZE = 1_000;

/** Longer texts do not match any pattern. */
export const PATTERN_TEXT = 2_000;

export type PatternProblem = 'unsupported' | 'too-large';

export interface Pattern {
  test(text: string): boolean;
}

/** The pattern, searched for anywhere in a text as JSON Schema says; or why it cannot be used. */
export const compilePattern = (source: string): Pattern | PatternProblem => {
  try {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(source));
    if (compiled.programSize() > PATTERN_SIZE) return 'too-large';
    return { test: (text) => text.length <= PATTERN_TEXT && compiled.test(text) };
  } catch {
    return 'unsupported';
  }
};

/** As the validators call it. A pattern that cannot be used matches nothing. */
export const patternEngine = (source: string): Pattern & { toString(): string } => {
  const pattern = compilePattern(source);
  return {
    test: (text) => typeof pattern !== 'string' && pattern.test(text),
    // The validator's compiler tells patterns apart by their text.
    toString: () => source,
  };
};
