/** How large a definition may be; what is larger is refused before it is read in full. */
export const LIMITS = {
  /** Bytes of the text in UTF-8. */
  bytes: 256 * 1024,
  /** Objects and lists inside each other. */
  depth: 32,
  /** Values in one text: every object, list, text and number counts. */
  nodes: 20_000,
  /** Values in a form after its `$ref`s are written out. */
  formNodes: 5_000,
  /** Characters of a `pattern`. */
  pattern: 500,
  /** Bytes and rows of an `organisations.csv`. */
  csvBytes: 5_000_000,
  csvRows: 20_000,
} as const;
