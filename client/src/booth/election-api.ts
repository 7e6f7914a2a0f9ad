import type { BallotReceipt, CastBallot, CheckpointView, CodeAnswer, ElectionView } from '#contract/wire/ballot.ts';
import type { ElectionResult } from '#contract/wire/election-result.ts';
import type { ProblemBody } from '#contract/problem.ts';
import { language } from './words.ts';

/** Why there is no answer; `offline` where the server was not reached. */
export interface Trouble {
  code: string;
  /** The server's own sentence, where it has one. */
  detail: string;
  /** Seconds. */
  retryAfter: number;
}

export type Answer<Body> = { ok: true; body: Body; at: Date } | { ok: false; trouble: Trouble };

/** Milliseconds. A phone in a lift is told so rather than left alone. */
const PATIENCE = 15_000;

const offline: Trouble = { code: 'offline', detail: '', retryAfter: 0 };

/** Nothing but the request itself: no cookie that would name a person, no address that one came from. */
const send = async (path: string, body?: object): Promise<Response | null> => {
  const stop = new AbortController();
  const timer = setTimeout(() => {
    stop.abort();
  }, PATIENCE);
  try {
    return await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'accept-language': language(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    });
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
};

const troubleOf = async (response: Response): Promise<Trouble> => {
  const body = (await response.json().catch(() => ({}))) as Partial<ProblemBody>;
  const { code = response.status >= 500 ? 'unavailable' : 'internal', detail, title = '' } = body;
  return { code, detail: detail ?? title, retryAfter: Number(response.headers.get('retry-after') ?? 0) };
};

const ask = async <Body>(
  path: string,
  read: (response: Response) => Promise<Body>,
  body?: object,
): Promise<Answer<Body>> => {
  const response = await send(path, body);
  if (response === null) return { ok: false, trouble: offline };
  if (!response.ok) return { ok: false, trouble: await troubleOf(response) };
  try {
    return { ok: true, body: await read(response), at: new Date(response.headers.get('date') ?? Date.now()) };
  } catch {
    return { ok: false, trouble: offline };
  }
};

const json = async <Body>(response: Response): Promise<Body> => (await response.json()) as Body;
const text = (response: Response): Promise<string> => response.text();

const pathOf = (election: string, rest = ''): string => `/api/elections/${election}${rest}`;

export const fetchElection = (election: string): Promise<Answer<ElectionView>> =>
  ask(pathOf(election), json<ElectionView>);

export const fetchCodeState = (election: string, code: string): Promise<Answer<CodeAnswer>> =>
  ask(pathOf(election, '/codes'), json<CodeAnswer>, { code });

export const castBallot = (election: string, ballot: CastBallot): Promise<Answer<BallotReceipt>> =>
  ask(pathOf(election, '/ballots'), json<BallotReceipt>, ballot);

export const fetchManifest = (election: string): Promise<Answer<string>> => ask(pathOf(election, '/manifest'), text);

/** The booth's own page, as it is served to everybody. */
export const fetchPage = (election: string): Promise<Answer<string>> => ask(`/vote/${election}`, text);

/** All of them, however many answers that takes. */
export const fetchCheckpoints = async (election: string): Promise<Answer<CheckpointView[]>> => {
  const all: CheckpointView[] = [];
  for (;;) {
    const after = all.at(-1)?.i ?? 0;
    const answer = await ask(pathOf(election, `/checkpoints?after=${after}`), json<CheckpointView[]>);
    if (!answer.ok) return answer;
    if (answer.body.length === 0) return { ...answer, body: all };
    all.push(...answer.body);
  }
};

/** The revealed ballots, a line each; `not-found` before there is a count. */
export const fetchBallots = (election: string): Promise<Answer<string>> =>
  ask(pathOf(election, '/bundle/ballots.jsonl'), text);

/** `not-found` before there is a count. */
export const fetchResult = (election: string): Promise<Answer<ElectionResult>> =>
  ask(pathOf(election, '/result'), json<ElectionResult>);
