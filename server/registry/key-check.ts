import { type Fault, type Path, say } from './place.ts';

/** A name that every JavaScript object knows already (`__proto__`, `constructor`, `toString`) is no key of a definition. */
export const isInherited = (key: string): boolean => key in Object.prototype;

export const inheritedKeyFault = (path: Path, key: string, offset: number): Fault => ({
  code: 'reserved-key',
  path: [...path, key],
  offset,
  message: say(`“${key}”是系统保留的名字，不能用作键`, `"${key}" is a reserved name and cannot be a key`),
  suggestion: say('请换一个名字', 'Choose another name'),
});

export const duplicateKeyFault = (path: Path, key: string, offset: number): Fault => ({
  code: 'duplicate-key',
  path: [...path, key],
  offset,
  message: say(`键“${key}”重复出现`, `The key "${key}" stands here twice`),
  suggestion: say('请删去其中一个，或改名', 'Delete one of them or rename it'),
});

export const tooDeepFault = (path: Path, offset: number, limit: number): Fault => ({
  code: 'too-deep',
  path,
  offset,
  message: say(`嵌套超过 ${String(limit)} 层`, `More than ${String(limit)} levels inside each other`),
  suggestion: say('请减少嵌套', 'Nest less'),
});

export const tooManyFault = (offset: number, limit: number): Fault => ({
  code: 'too-many-values',
  path: [],
  offset,
  message: say(`超过 ${String(limit)} 个值`, `More than ${String(limit)} values in one file`),
  suggestion: say('请拆成几个文件', 'Split the file'),
});
