import type { Form } from '../../../contract/definition/form.ts';
import { PATTERN_SIZE, compilePattern } from '../../form/pattern.ts';
import { type Check, type Path, formsOf, say } from '../check.ts';

/** Paths are made on the way back, because hardly any value has a pattern under it. */
const patternsIn = (value: unknown, under?: string): { path: Path; pattern: string }[] => {
  if (typeof value !== 'object' || value === null) return [];
  const areFields = under === 'properties' || under === '$defs';
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    if (key === 'pattern' && typeof inner === 'string' && !areFields) return [{ path: [step], pattern: inner }];
    if (typeof inner !== 'object' || key.startsWith('x-')) return [];
    return patternsIn(inner, key).map(({ path, pattern }) => ({ path: [step, ...path], pattern }));
  });
};

const ofForm = (form: Form) =>
  patternsIn(form).flatMap(({ path, pattern }) => {
    const compiled = compilePattern(pattern);
    return typeof compiled === 'string' ? [{ path, problem: compiled }] : [];
  });

/** Patterns run on an engine whose time is linear; what it cannot do is refused here. */
export const patternUnsupported: Check = {
  code: 'pattern-unsupported',
  severity: 'error',
  remarks: (dossier) =>
    formsOf(dossier).flatMap(({ of, form }) =>
      ofForm(form).map(({ path, problem }) => ({
        of,
        path,
        message:
          problem === 'too-large'
            ? say(`模式展开后超过 ${PATTERN_SIZE} 步`, `The pattern has more than ${PATTERN_SIZE} steps`)
            : say(
                '模式写错了，或用了不支持的写法（前后查找、反向引用）',
                'The pattern is wrong, or uses look-around or back-references',
              ),
        suggestion:
          problem === 'too-large'
            ? say('请减小重复次数，长度请用 maxLength', 'Lower the repetitions; for the length use maxLength')
            : say('请改用普通的字符类和重复次数', 'Use plain classes and repetitions'),
      })),
    ),
};
