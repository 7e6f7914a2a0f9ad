/** How many cases a change of definitions or organisations made and ended. */
export interface ObligationsReport {
  created: number;
  cancelled: number;
}

/**
 * Keeps the rows of what is owed: one case for each organisation of a workflow's audience and each of its periods. Called
 * after a workflow was published and after organisations changed; doing it again changes nothing.
 */
export abstract class Obligations {
  /** Of one programme (by id), or of all. */
  abstract ensure(programmeId?: string): Promise<ObligationsReport>;

  /** Cancels what nobody has begun of a workflow (by id) that was taken back; answers how many. */
  abstract drop(workflowId: string): Promise<number>;
}
