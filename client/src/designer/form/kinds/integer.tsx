import { NumberOutlined } from '@ant-design/icons';
import { kindOf } from '../../../form/kind.ts';
import type { KindEntry } from './kind-entry.ts';

export const integerKind: KindEntry = {
  kind: 'integer',
  family: 'numbers',
  icon: <NumberOutlined />,
  title: { 'zh-CN': '整数', en: 'Whole number' },
  hint: { 'zh-CN': '人数、次数、年龄', en: 'People, times, years' },
  look: 'number',
  make: () => ({ type: 'integer', minimum: 0, 'x-normalize': ['nfkc', 'trim', 'digits', 'thousands'] }),
  matches: (field) => kindOf(field) === 'integer',
  properties: ['number-range', 'normalize', 'default', 'computed', 'not-applicable'],
};
