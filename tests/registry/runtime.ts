import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as format from '../../server/engine/form/format.ts';
import * as pattern from '../../server/engine/form/pattern.ts';

export type Validate = ((data: unknown) => boolean) & { errors?: { keyword: string; instancePath: string }[] | null };

const load = createRequire(import.meta.url);

/** The four parts that generated validators ask for, as a browser has them. */
const RUNTIME: Record<string, unknown> = {
  'ajv/dist/runtime/ucs2length': load('ajv/dist/runtime/ucs2length') as unknown,
  'ajv/dist/runtime/equal': load('ajv/dist/runtime/equal') as unknown,
  'formflow/pattern': pattern,
  'formflow/format': format,
};

export const runtimeNames = Object.keys(RUNTIME);

/** Runs generated code as a browser would: a module of its own, with nothing but those parts. */
export const runModule = async (code: string): Promise<Record<string, Validate>> => {
  Object.assign(globalThis, { __ajvRuntime: RUNTIME });
  const folder = await mkdtemp(join(tmpdir(), 'validators-'));
  const file = join(folder, 'validators.mjs');
  await writeFile(file, code);
  const module = (await import(pathToFileURL(file).href)) as { default: Record<string, Validate> };
  await rm(folder, { recursive: true });
  return module.default;
};
