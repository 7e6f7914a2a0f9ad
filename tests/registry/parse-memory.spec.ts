import { describe, expect, it } from '@jest/globals';
import { rememberingReader } from '../../server/registry/parse-memory.ts';
import type { DefinitionSource } from '../../server/registry/source.ts';

const source = (key: string, text: string): DefinitionSource => ({
  name: { programme: 'p', kind: 'Workflow', key },
  file: `${key}.yaml`,
  text,
});

describe('reading a text again', () => {
  it('gives the same answer without reading it, and reads another text or another name anew', () => {
    const read = rememberingReader(10_000);
    const first = read(source('a', 'key: a'));
    expect(read(source('a', 'key: a'))).toBe(first);
    expect(read(source('a', 'key: b'))).not.toBe(first);
    expect(read(source('b', 'key: a'))).not.toBe(first);
    expect(read(source('a', 'key: a'))).toBe(first);
  });

  it('forgets what was asked for longest ago', () => {
    const read = rememberingReader(250);
    const long = (letter: string) => source(letter, `# ${letter.repeat(70)}`);
    const [a, b] = [read(long('a')), read(long('b'))];
    expect(read(long('a'))).toBe(a);
    read(long('c'));
    expect(read(long('a'))).toBe(a);
    expect(read(long('b'))).not.toBe(b);
  });
});
