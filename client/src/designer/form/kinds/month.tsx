import { ScheduleOutlined } from '@ant-design/icons';
import { kindOf } from '../../../form/kind.ts';
import type { KindEntry } from './kind-entry.ts';

export const monthKind: KindEntry = {
  kind: 'month',
  family: 'times',
  icon: <ScheduleOutlined />,
  title: { 'zh-CN': '月份', en: 'Month' },
  hint: { 'zh-CN': '某年某月', en: 'A month of a year' },
  look: 'date',
  make: () => ({ type: 'string', format: 'month' }),
  matches: (field) => kindOf(field) === 'month',
  properties: ['default', 'computed'],
};
