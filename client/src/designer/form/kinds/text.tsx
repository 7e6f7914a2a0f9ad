import { FontSizeOutlined } from '@ant-design/icons';
import { kindOf } from '../../../form/kind.ts';
import type { KindEntry } from './kind-entry.ts';

export const textKind: KindEntry = {
  kind: 'text',
  family: 'words',
  icon: <FontSizeOutlined />,
  title: { 'zh-CN': '单行文字', en: 'Text' },
  hint: { 'zh-CN': '姓名、名称等一行文字', en: 'A line of words: a name, a place' },
  look: 'line',
  make: () => ({ type: 'string', maxLength: 100, 'x-normalize': ['nfkc', 'trim'] }),
  matches: (field) => kindOf(field) === 'text',
  properties: ['text-length', 'pattern', 'normalize', 'default', 'computed', 'not-applicable', 'checksum'],
};
