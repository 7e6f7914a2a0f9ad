import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import type { PublicationPreview } from '../../../server/contract/wire/publication.ts';
import type { BenchPostgres } from '../database/postgres.ts';
import { DEFINITIONS, type Stage, type Submitter, addPerson, setUpStage } from '../database/stage.ts';
import { storeHistory } from '../database/stored-history.ts';
import { type Figure, figure } from '../figure.ts';
import { type Program, runProduct } from '../load/program.ts';
import { SHEET } from '../load/sheet.ts';

const CLIENTS = 16;
const SUBMISSIONS = 100_000;
const EVENTS_A_CASE = 5;
const MOST_SECONDS = 60;

/** What the look may need beyond what the server holds at rest. */
const MOST_MB = 200;

const AT = '/api/programmes/speed';

const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]) / 1024;

/** Somebody who may publish, in the installation and not in the programme. */
const anAdministrator = async ({ sql }: Stage): Promise<Submitter> => {
  const person = await addPerson(sql, 'publisher', { role: 'adviser', organisation: null });
  await sql.query(`INSERT INTO membership (id, person_id, role) VALUES ($1, $2, 'administrator')`, [
    newId(),
    person.person,
  ]);
  return person;
};

const ask = async (
  { url }: Program,
  { cookie, csrf }: Submitter,
  { method, path, body }: { method: string; path: string; body: unknown },
): Promise<string> => {
  const answer = await fetch(`${url}${AT}${path}`, {
    method,
    headers: { 'content-type': 'application/json', cookie: `formflow=${cookie}`, 'x-csrf-token': csrf },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
};

/** A required column that no submission has: each is validated twice, by the new form and by the one before. */
const widened = (): string =>
  readFileSync(join(DEFINITIONS, 'forms/speed/count_sheet.json'), 'utf8')
    .replace('"required": ["tree", "sort", "fruits"]', '"required": ["tree", "sort", "fruits", "picked"]')
    .replace('"tree": {', '"picked": { "type": "boolean", "title": "Picked" },\n          "tree": {');

/** The greatest memory of a process while something goes on, beyond what it was before, in megabytes. */
const growthDuring = async <Result>(pid: number, work: Promise<Result>): Promise<[Result, number]> => {
  const before = residentMegabytes(pid);
  let most = before;
  const end = new AbortController();
  const watching = (async () => {
    while (!end.signal.aborted) {
      most = Math.max(most, residentMegabytes(pid));
      await sleep(100);
    }
  })();
  try {
    return [await work, most - before];
  } finally {
    end.abort();
    await watching;
  }
};

/** A change of a form looked at on 100,000 submissions, through the running server. */
export const publishingFigures = async (postgres: BenchPostgres): Promise<Figure[]> => {
  const stage = await setUpStage(postgres, 'publishing', CLIENTS);
  await storeHistory(stage, SUBMISSIONS * EVENTS_A_CASE, SHEET);
  const person = await anAdministrator(stage);
  const server = await runProduct(stage.url, { settings: { WORKER: '0' } });
  try {
    const draft = { text: widened(), rev: 0 };
    await ask(server, person, { method: 'PUT', path: '/definitions/Form/count_sheet/draft', body: draft });
    const wanted = { definitions: [{ kind: 'Form', key: 'count_sheet' }], dates: 'move' };
    const began = performance.now();
    const look = ask(server, person, { method: 'POST', path: '/publications/preview', body: wanted });
    const [text, grown] = await growthDuring(server.pid, look);
    const seconds = (performance.now() - began) / 1000;
    const { counts, effects } = JSON.parse(text) as PublicationPreview;
    const wrong = effects.find(({ effect }) => effect === 'invalid-submission')?.count ?? 0;
    if (wrong !== counts.submissions)
      throw new Error(`only ${String(wrong)} of ${String(counts.submissions)} were found`);
    return [
      figure(`simulate, ${String(counts.submissions)} submissions`, [seconds, 's'], {
        target: { of: 'value', most: MOST_SECONDS },
      }),
      figure('memory that it takes', [grown, 'MB'], { target: { of: 'value', most: MOST_MB } }),
    ];
  } finally {
    await server.stop();
  }
};
