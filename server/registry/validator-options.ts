import { Ajv2020 } from 'ajv/dist/2020.js';
import { _ } from 'ajv/dist/compile/codegen/index.js';
import { FORMAT_CHECKS } from '../engine/form/format.ts';
import { patternEngine } from '../engine/form/pattern.ts';
import type { SchemaObject } from './schema-object.ts';

/** Names under which generated code asks for our own parts; the browser fills them from the engine. */
export const RUNTIME = { pattern: 'formflow/pattern', format: 'formflow/format' } as const;

const regExp = Object.assign((pattern: string) => patternEngine(pattern), {
  code: `require(${JSON.stringify(RUNTIME.pattern)}).patternEngine`,
});

/**
 * The one compiler of form schemas, for the server and (as generated code) for the browser. Nothing is fetched, coerced or
 * defaulted, there is no `$data`; formats and patterns are ours and linear. A new one for each form: it keeps what it compiles.
 */
export const schemaCompiler = (code: { source?: boolean; optimize?: boolean } = { source: true }): Ajv2020 =>
  new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    multipleOfPrecision: 8,
    validateSchema: false,
    meta: false,
    messages: false,
    logger: false,
    formats: FORMAT_CHECKS,
    keywords: [{ keyword: 'x-na', schemaType: 'object', macro: (schema: SchemaObject) => schema }],
    code: { ...code, regExp, formats: _`require(${RUNTIME.format}).FORMAT_CHECKS` },
  });
