import { BankOutlined } from '@ant-design/icons';
import { kindOf } from '../../../form/kind.ts';
import type { KindEntry } from './kind-entry.ts';

export const organisationKind: KindEntry = {
  kind: 'organisation',
  family: 'people',
  icon: <BankOutlined />,
  title: { 'zh-CN': '单位', en: 'Organisation' },
  hint: { 'zh-CN': '从单位名录中选择', en: 'One of the organisations' },
  look: 'choice',
  make: () => ({ type: 'string', 'x-widget': 'organisation' }),
  matches: (field) => kindOf(field) === 'organisation',
  properties: ['default', 'computed'],
};
