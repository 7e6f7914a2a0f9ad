import { ClockCircleOutlined } from '@ant-design/icons';
import { kindOf } from '../../../form/kind.ts';
import type { KindEntry } from './kind-entry.ts';

export const dateTimeKind: KindEntry = {
  kind: 'date-time',
  family: 'times',
  icon: <ClockCircleOutlined />,
  title: { 'zh-CN': '日期和时间', en: 'Date and time' },
  hint: { 'zh-CN': '年月日时分', en: 'A day with its hour' },
  look: 'date',
  make: () => ({ type: 'string', format: 'date-time' }),
  matches: (field) => kindOf(field) === 'date-time',
  properties: ['default'],
};
