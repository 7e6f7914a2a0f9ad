import { PercentageOutlined } from '@ant-design/icons';
import { kindOf } from '../../../form/kind.ts';
import type { KindEntry } from './kind-entry.ts';

export const decimalKind: KindEntry = {
  kind: 'decimal',
  family: 'numbers',
  icon: <PercentageOutlined />,
  title: { 'zh-CN': '小数', en: 'Decimal number' },
  hint: { 'zh-CN': '面积、比例、得分', en: 'An area, a share, a score' },
  look: 'number',
  make: () => ({ type: 'number', minimum: 0, 'x-normalize': ['nfkc', 'trim', 'digits', 'thousands'] }),
  matches: (field) => kindOf(field) === 'decimal',
  properties: ['number-range', 'normalize', 'default', 'computed', 'not-applicable'],
};
