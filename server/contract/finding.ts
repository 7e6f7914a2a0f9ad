/** One thing that lint found in a definition, with its place and what to write instead. */
export interface Finding {
  code: string;
  severity: 'error' | 'warning';
  file: string;
  line: number;
  column: number;
  /** Keys and indexes from the top of the file to the place. */
  path: (string | number)[];
  message: { 'zh-CN': string; en: string };
  suggestion?: { 'zh-CN': string; en: string };
}
