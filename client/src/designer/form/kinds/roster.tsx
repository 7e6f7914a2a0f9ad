import { TableOutlined } from '@ant-design/icons';
import { isRosterField } from '../commands/fields.ts';
import type { KindEntry } from './kind-entry.ts';

export const rosterKind: KindEntry = {
  kind: 'roster',
  family: 'groups',
  icon: <TableOutlined />,
  title: { 'zh-CN': '名单（多行表格）', en: 'Roster (table of rows)' },
  hint: { 'zh-CN': '每人一行、每场一行的表格', en: 'A row a person, a row an event' },
  look: 'roster',
  make: (word) => ({
    type: 'array',
    maxItems: 200,
    items: {
      type: 'object',
      properties: {
        field_1: { type: 'string', title: word({ 'zh-CN': '第一列', en: 'First column' }), maxLength: 100 },
      },
    },
  }),
  matches: isRosterField,
  properties: ['items-count', 'limit', 'roster-default'],
};
