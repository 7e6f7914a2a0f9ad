import { MoneyCollectOutlined } from '@ant-design/icons';
import { kindOf } from '../../../form/kind.ts';
import type { KindEntry } from './kind-entry.ts';

export const moneyKind: KindEntry = {
  kind: 'money',
  family: 'numbers',
  icon: <MoneyCollectOutlined />,
  title: { 'zh-CN': '金额', en: 'Money' },
  hint: { 'zh-CN': '元，保留两位小数', en: 'An amount with two decimals' },
  look: 'number',
  make: () => ({
    type: 'number',
    minimum: 0,
    'x-widget': 'money',
    'x-normalize': ['nfkc', 'trim', 'digits', 'thousands'],
  }),
  matches: (field) => kindOf(field) === 'money',
  properties: ['number-range', 'normalize', 'default', 'computed'],
};
