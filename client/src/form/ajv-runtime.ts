import * as equal from 'ajv/dist/runtime/equal.js';
import * as ucs2length from 'ajv/dist/runtime/ucs2length.js';
import { FORMAT_CHECKS } from '#engine/form/format.ts';
import { patternEngine } from '#engine/form/pattern.ts';

declare global {
  /** What the generated validators ask for by name; nothing else can be had. */
  var __ajvRuntime: Readonly<Record<string, unknown>> | undefined;
}

/** A CommonJS module as generated code expects it: with `default`, whatever the bundler made of it. */
const asModule = (loaded: { default: unknown }): { default: unknown } => {
  const inner = loaded.default;
  return typeof inner === 'object' && inner !== null && 'default' in inner ? inner : loaded;
};

/** Gives the validators their four parts, before the first of them is loaded. */
export const provideRuntime = (): void => {
  globalThis.__ajvRuntime ??= {
    'ajv/dist/runtime/equal': asModule(equal),
    'ajv/dist/runtime/ucs2length': asModule(ucs2length),
    'formflow/pattern': { patternEngine },
    'formflow/format': { FORMAT_CHECKS },
  };
};
