import type { RJSFSchema, ValidatorType } from '@rjsf/utils';
import createPrecompiledValidator from '@rjsf/validator-ajv8/lib/createPrecompiledValidator.js';
import type { CompiledValidateFunction, ValidatorFunctions } from '@rjsf/validator-ajv8';
import type { FormPackage } from '#contract/wire/definition.ts';
import { provideRuntime } from './ajv-runtime.ts';

/** RJSF's validator and the function that checks a whole form, both made on the server: this page may not make code. */
export interface FormValidator {
  rjsf: ValidatorType;
  check: CompiledValidateFunction;
}

/** Loads the validators of one form version; the address names the version, so the browser keeps them for good. */
export const loadValidator = async (pack: FormPackage): Promise<FormValidator> => {
  provideRuntime();
  const loaded = (await import(/* @vite-ignore */ pack.validators)) as { default: ValidatorFunctions };
  const check = loaded.default[String(pack.schema['$id'])];
  if (check === undefined) throw new Error('the validators of this form are not complete');
  return { rjsf: createPrecompiledValidator(loaded.default, pack.schema as RJSFSchema), check };
};
