/** What a case's judges gave, by source (`marks.<key>`) and entry, as decimals. */
export type MarksBySource = Record<string, Record<string, string>>;

/** Where counts get judges' marks from. */
export abstract class JuryMarks {
  /** Of sheets that are finished; nothing where the workflow of the case has no marks. */
  abstract of(caseId: string): Promise<MarksBySource>;

  /** `none` before anybody has finished a sheet, `open` while somebody may still mark. */
  abstract standing(caseId: string): Promise<'none' | 'open' | 'done'>;
}
