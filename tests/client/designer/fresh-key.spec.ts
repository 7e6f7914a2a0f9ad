import { describe, expect, it } from '@jest/globals';
import { keyFor } from '../../../client/src/designer/settings/inputs/fresh-key.ts';

describe('the key that is proposed for a new form', () => {
  it('is made of the words of its title', () => {
    expect(keyFor('Harbour inspection 2025', 'form', [])).toBe('harbour_inspection_2025');
  });

  it('is numbered where the words are taken', () => {
    expect(keyFor('Harbour inspection', 'form', ['harbour_inspection'])).toBe('harbour_inspection_1');
  });

  it('is the next free number where the title has no Latin words', () => {
    expect(keyFor('港口检查', 'form', ['form_1'])).toBe('form_2');
  });
});
