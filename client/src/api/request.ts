import type { z } from 'zod';
import type { ProblemBody } from '#contract/problem.ts';
import { ApiProblem } from './problem.ts';

/** What every request carries beside its own body: set once after sign-in and on a change of language. */
export const carried = { csrf: '', locale: 'zh-CN' };

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  form?: FormData;
  key?: string;
  signal?: AbortSignal | undefined;
}

const headersOf = (call: Call): Record<string, string> => ({
  accept: 'application/json, application/problem+json',
  'accept-language': carried.locale,
  ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(call.method === undefined || call.method === 'GET' ? {} : { 'x-csrf-token': carried.csrf }),
  ...(call.key === undefined ? {} : { 'idempotency-key': call.key }),
});

const send = async (path: string, call: Call): Promise<Response> => {
  const body = call.form ?? (call.body === undefined ? null : JSON.stringify(call.body));
  try {
    return await fetch(path, {
      method: call.method ?? 'GET',
      headers: headersOf(call),
      body,
      credentials: 'same-origin',
      signal: call.signal ?? null,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem({ status: 0, code: 'offline' as ProblemBody['code'] });
  }
};

const problemOf = async (response: Response): Promise<ApiProblem> => {
  const body: unknown = await response.json().catch(() => ({}));
  return new ApiProblem({ ...(body as Partial<ProblemBody>), status: response.status });
};

/** Asks and reads the answer by its shape. Everything that goes wrong is one `ApiProblem`. */
export const request = async <Shape extends z.ZodType>(
  shape: Shape,
  path: string,
  call: Call = {},
): Promise<z.output<Shape>> => {
  const response = await send(path, call);
  if (!response.ok) throw await problemOf(response);
  return shape.parse(response.status === 204 ? undefined : await response.json());
};

/** A file, whole: to be handed to the person. */
export const requestFile = async (path: string): Promise<Blob> => {
  const response = await send(path, {});
  if (!response.ok) throw await problemOf(response);
  return response.blob();
};

/** Sends a change whose answer has no body that matters. */
export const command = async (path: string, call: Call): Promise<void> => {
  const response = await send(path, { method: 'POST', ...call });
  if (!response.ok) throw await problemOf(response);
};

/** `?a=1&b=2` of the values that are set. */
export const queryText = (values: Record<string, string | number | undefined>): string => {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(entries.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
};
