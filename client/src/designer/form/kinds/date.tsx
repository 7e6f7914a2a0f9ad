import { CalendarOutlined } from '@ant-design/icons';
import { kindOf } from '../../../form/kind.ts';
import type { KindEntry } from './kind-entry.ts';

export const dateKind: KindEntry = {
  kind: 'date',
  family: 'times',
  icon: <CalendarOutlined />,
  title: { 'zh-CN': '日期', en: 'Date' },
  hint: { 'zh-CN': '年月日', en: 'A day' },
  look: 'date',
  make: () => ({ type: 'string', format: 'date' }),
  matches: (field) => kindOf(field) === 'date',
  properties: ['default', 'computed', 'normalize'],
};
