import type { Migration } from '../../contract/definition/migration.ts';
import type { PlanText } from '../../contract/wire/publication.ts';
import { fileOfName } from '../../registry/folder.ts';
import { type Parsed, parse } from '../../registry/parse.ts';

const OWN_KEY = /^key: *([a-z][a-z0-9_]{0,62}) *$/m;

/** A plan as it was handed over: it may call itself as it likes. */
export const readPlan = (programme: string, { workflow, text }: PlanText): Parsed<'Migration'> => {
  const name = { programme, kind: 'Migration' as const, key: OWN_KEY.exec(text)?.[1] ?? workflow };
  return parse({ name, file: fileOfName(name), text });
};

/** A plan that was stored after lint had nothing against it. */
export const storedPlan = (source: string | null): Migration | null =>
  source === null ? null : (readPlan('', { workflow: 'plan', text: source }).value ?? null);
