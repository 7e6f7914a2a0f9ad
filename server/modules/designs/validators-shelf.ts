import { Injectable } from '@nestjs/common';
import { valueFingerprint } from '../../registry/fingerprint.ts';
import type { SchemaObject } from '../../registry/schema-object.ts';
import { validatorCode } from '../../registry/validator-code.ts';

/** How many forms' code is kept; the one that was asked for longest ago goes first. */
const MOST = 50;

/** The name of a schema's validators: the same schema, the same name. */
export const validatorsName = (schema: SchemaObject): string => valueFingerprint(schema).slice(0, 32);

/** Validators of forms that are being designed, by what is in them. */
@Injectable()
export class ValidatorsShelf {
  private readonly kept = new Map<string, string>();

  find(name: string): string | undefined {
    const code = this.kept.get(name);
    if (code !== undefined) this.keep(name, code);
    return code;
  }

  /** The code of a schema; throws what the compiler throws where the schema does not compile. */
  make(schema: SchemaObject): string {
    const name = validatorsName(schema);
    const code = this.find(name) ?? validatorCode(schema);
    this.keep(name, code);
    return code;
  }

  private keep(name: string, code: string): void {
    this.kept.delete(name);
    this.kept.set(name, code);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST) return;
      this.kept.delete(oldest);
    }
  }
}
