/** How many codes of a batch there were, and how many of them were used. */
export interface BatchTurnout {
  batch: string;
  issued: number;
  used: number;
}

/** Fewer people than these are not told apart by how many of them voted. */
const SMALLEST_BATCH = 10;

/** Lines as the bundle has them: `commitment batch`, `commitment`, `commitment replacement`. */
interface Lists {
  credentials: readonly string[];
  used: readonly string[];
  revoked: readonly string[];
}

const pairs = (lines: readonly string[]): [string, string][] =>
  lines.map((line) => [line.split(' ')[0] ?? '', line.split(' ')[1] ?? '']);

/** A code that took the place of another belongs to the other's batch. */
const ofBatches = ({ credentials, used, revoked }: Lists): BatchTurnout[] => {
  const batchOf = new Map(pairs(credentials));
  const replaced = new Map(pairs(revoked).map(([old, fresh]) => [fresh, old]));
  const found = new Map<string, BatchTurnout>();
  for (const batch of [...batchOf.values()].sort()) {
    const before = found.get(batch)?.issued ?? 0;
    found.set(batch, { batch, issued: before + 1, used: 0 });
  }
  for (const code of used) {
    let original = code;
    for (let old = replaced.get(original); old !== undefined; old = replaced.get(original)) original = old;
    const turnout = found.get(batchOf.get(original) ?? '');
    if (turnout !== undefined) turnout.used += 1;
  }
  return [...found.values()];
};

const together = (batches: readonly BatchTurnout[]): BatchTurnout =>
  batches.reduce((sum, { issued, used }) => ({ batch: '', issued: sum.issued + issued, used: sum.used + used }), {
    batch: '',
    issued: 0,
    used: 0,
  });

/** Small batches stand together under no name; where they are still too few, the smallest of the others joins them. */
export const turnoutByBatch = (lists: Lists): BatchTurnout[] => {
  const batches = ofBatches(lists);
  const small = batches.filter(({ issued }) => issued < SMALLEST_BATCH);
  if (small.length === 0) return batches;
  const large = batches.filter(({ issued }) => issued >= SMALLEST_BATCH);
  if (together(small).issued < SMALLEST_BATCH) {
    const [least] = [...large].sort((a, b) => a.issued - b.issued);
    if (least !== undefined) small.push(...large.splice(large.indexOf(least), 1));
  }
  return [...large, together(small)];
};
