import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CHECKS } from '../../../server/engine/lint/checks.ts';

const specs = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.spec.ts'))
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
  .join('\n');

describe('the table of checks', () => {
  it('has each check once', () => {
    const names = CHECKS.map(({ code, severity }) => `${severity} ${code}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(CHECKS.map(({ code }) => [code]))('has a planted mistake that proves %s', (code) => {
    expect(specs).toContain(code);
  });

  it('has every file of the folder', () => {
    const files = readdirSync(join(import.meta.dirname, '../../../server/engine/lint/checks'));
    expect(files).toHaveLength(CHECKS.length);
  });
});
