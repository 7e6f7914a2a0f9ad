import { AlignLeftOutlined } from '@ant-design/icons';
import { kindOf } from '../../../form/kind.ts';
import type { KindEntry } from './kind-entry.ts';

export const longTextKind: KindEntry = {
  kind: 'long-text',
  family: 'words',
  icon: <AlignLeftOutlined />,
  title: { 'zh-CN': '多行文字', en: 'Long text' },
  hint: { 'zh-CN': '说明、情况、意见等较长文字', en: 'Several lines: a description, an opinion' },
  look: 'area',
  make: () => ({ type: 'string', maxLength: 500, 'x-widget': 'textarea' }),
  matches: (field) => kindOf(field) === 'long-text',
  properties: ['text-length', 'normalize', 'default', 'computed', 'not-applicable'],
};
