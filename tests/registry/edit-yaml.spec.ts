import { describe, expect, it } from '@jest/globals';
import { editYaml } from '../../server/registry/edit-yaml.ts';

const TEXT = `# the tide table
key: tide_table
deadlines:
  send:                  # by boat
    title: Send the table
    on: 2025-02-28       # a Friday
    remind: [P7D,  P1D]
  check: {title: Check, within: P7D}   # by the master
states: {}
`;

const lines = (text: string): string[] => text.split('\n').filter((line) => !TEXT.split('\n').includes(line));

describe('changing a value inside a definition', () => {
  it('changes that value and nothing else: comments, order and spaces stay', () => {
    const after = editYaml(TEXT, [{ path: ['deadlines', 'send', 'on'], value: '2025-03-05' }]);
    expect(after).toBe(TEXT.replace('2025-02-28', '2025-03-05'));
  });

  it('adds a value at the end of a block and inside braces', () => {
    const after = editYaml(TEXT, [
      { path: ['deadlines', 'send', 'for'], value: { quay: { on: '2025-03-05' } } },
      { path: ['deadlines', 'check', 'grace'], value: 'P1D' },
    ]);
    expect(lines(after)).toEqual([
      '    for: {quay: {on: 2025-03-05}}',
      '  check: {title: Check, within: P7D, grace: P1D}   # by the master',
    ]);
    expect(after.indexOf('    for:')).toBe(after.indexOf('remind: [P7D,  P1D]\n') + 'remind: [P7D,  P1D]\n'.length);
  });

  it('takes a value away with its line, or with its comma', () => {
    const after = editYaml(TEXT, [
      { path: ['deadlines', 'send', 'on'], value: undefined },
      { path: ['deadlines', 'check', 'title'], value: undefined },
    ]);
    expect(after).not.toContain('a Friday');
    expect(after).toContain('  check: {within: P7D}   # by the master');
  });

  it('puts an expression in quotes', () => {
    const at = 'period.key == "a" ? date("2025-03-05") : period.due';
    const after = editYaml(TEXT, [{ path: ['deadlines', 'check', 'within'], value: at }]);
    expect(after).toContain(`within: '${at}'}`);
  });

  it('leaves a text alone in which there is no such place', () => {
    expect(editYaml(TEXT, [{ path: ['periods', 'list'], value: 1 }])).toBe(TEXT);
  });
});
