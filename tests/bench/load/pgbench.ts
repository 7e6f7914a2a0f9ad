import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sqlCaseId } from '../database/fresh-cases.ts';
import { median } from '../figure.ts';
import type { SentStatement } from '../database/wire-tap.ts';

const PROGRAM = '/usr/bin/pgbench';

/** Where it is missing, Debian's package `postgresql-contrib` or `postgresql-client` brings it. */
export const hasPgbench = (): boolean => existsSync(PROGRAM);

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** pgbench takes a colon with a letter after it for a variable of its own, so colons are written by their number. */
const literal = (text: string): string =>
  `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\072').replaceAll('\n', '\\n')}'`;

/** The nth id that is new in every submission. */
const newIdSql = (n: number): string =>
  `(lpad(to_hex(${n}), 8, 'b') || '-0000-7000-8000-' || lpad(to_hex((:n)::bigint), 12, '0'))`;

/** One value as SQL: the case's own id and ids made for this submission change with `:n`, everything else stays. */
const valueSql = (value: string | null, changing: ReadonlyMap<string, string>): string => {
  if (value === null) return 'NULL';
  const parts: string[] = [];
  let at = 0;
  for (const found of value.matchAll(UUID)) {
    const replacement = changing.get(found[0]);
    if (replacement === undefined) continue;
    parts.push(literal(value.slice(at, found.index)), replacement);
    at = found.index + found[0].length;
  }
  if (parts.length === 0) return literal(value);
  const isOneId = value.length === 36;
  const rest = value.slice(at);
  const joined = [...parts, literal(rest)].filter((part) => part !== "E''").join(' || ');
  return isOneId ? `(${joined})::uuid` : `(${joined})`;
};

/** Ids of these statements that are none of the known ones, and so were made for this submission alone. */
const changingIds = (
  statements: readonly SentStatement[],
  { caseId, known }: { caseId: string; known: ReadonlySet<string> },
): Map<string, string> => {
  const found = new Set(statements.flatMap(({ values }) => values.flatMap((value) => value?.match(UUID) ?? [])));
  const made = [...found].filter((id) => id !== caseId && !known.has(id));
  const own = made.map((id, n): [string, string] => [id, newIdSql(n)]);
  return new Map([...own, [caseId, `(${sqlCaseId('0', ':n')})::text`]]);
};

/** The script that sends the very statements of one submission of the product, each time for another case. */
export const scriptOf = (
  statements: readonly SentStatement[],
  about: { caseId: string; known: ReadonlySet<string>; from: number },
): string => {
  const changing = changingIds(statements, about);
  const sql = statements.map(({ text, values }) =>
    text.replaceAll(/\$(\d+)/g, (_, n: string) => valueSql(values[Number(n) - 1] ?? null, changing)),
  );
  const next = ['\\set k :k + 1', `\\set n ${about.from} + (:k - 1) * :clients + :client_id`];
  return [...next, ...sql.map((text) => `${text.replaceAll(/\s+/g, ' ').trim()};`)].join('\n');
};

/** How many actions were done, and how many a second. */
export interface PgbenchResult {
  done: number;
  rate: number;
}

const read = (output: string, figure: RegExp): number => {
  const value = Number(figure.exec(output)?.[1]);
  if (Number.isNaN(value)) throw new Error(`pgbench answered:\n${output}`);
  return value;
};

/** Every client plans the statements of its own connection first; those seconds do not count. */
const PLANNING_SECONDS = 2;

const rateAfterPlanning = (progress: string): number => {
  const rates = [...progress.matchAll(/progress: [\d.]+ s, ([\d.]+) tps/g)].map(([, rate]) => Number(rate));
  return median(rates.slice(PLANNING_SECONDS));
};

/** Runs the script for some seconds, as the role of the running system; a failing statement throws. */
export const runPgbench = async (
  url: string,
  { script, clients, seconds }: { script: string; clients: number; seconds: number },
): Promise<PgbenchResult> => {
  const folder = mkdtempSync(join(tmpdir(), 'formflow-bench-pgbench-'));
  const file = join(folder, 'submit.sql');
  writeFileSync(file, script);
  const variables = ['-D', 'k=0', '-D', `clients=${clients}`];
  const length = ['-P', '1', '-T', String(Math.max(1, Math.round(seconds)) + PLANNING_SECONDS + 1)];
  const flags = ['-n', '-M', 'prepared', '-f', file, '-c', String(clients), '-j', '1'];
  try {
    const { stdout, stderr } = await promisify(execFile)(PROGRAM, [...flags, ...length, ...variables, url], {
      env: { ...process.env, PGOPTIONS: '-c role=formflow_app' },
    });
    return { done: read(stdout, /actually processed: (\d+)/), rate: rateAfterPlanning(stderr) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
