import { GroupOutlined } from '@ant-design/icons';
import { isSection } from '../../../form/kind.ts';
import type { KindEntry } from './kind-entry.ts';

export const sectionKind: KindEntry = {
  kind: 'section',
  family: 'groups',
  icon: <GroupOutlined />,
  title: { 'zh-CN': '分组', en: 'Section' },
  hint: { 'zh-CN': '把几个栏目放在一个标题下', en: 'Fields under one heading' },
  look: 'group',
  make: () => ({ type: 'object', properties: {} }),
  matches: isSection,
  properties: [],
};
