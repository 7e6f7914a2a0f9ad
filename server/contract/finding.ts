/** A sentence for administrators in both languages of the product. */
export interface FindingText {
  'zh-CN': string;
  en: string;
}

/** One thing that lint found in a definition, with its place and what to write instead. */
export interface Finding {
  code: string;
  severity: 'error' | 'warning';
  file: string;
  line: number;
  column: number;
  /** Keys and indexes from the top of the file to the place. */
  path: (string | number)[];
  message: FindingText;
  suggestion?: FindingText;
}
