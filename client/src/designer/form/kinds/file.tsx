import { PaperClipOutlined } from '@ant-design/icons';
import { kindOf } from '../../../form/kind.ts';
import type { KindEntry } from './kind-entry.ts';

export const fileKind: KindEntry = {
  kind: 'file',
  family: 'people',
  icon: <PaperClipOutlined />,
  title: { 'zh-CN': '附件', en: 'Files' },
  hint: { 'zh-CN': '照片、扫描件、文档', en: 'Pictures, scans, documents' },
  look: 'file',
  make: () => ({
    type: 'array',
    maxItems: 9,
    items: { type: 'string', maxLength: 64 },
    'x-file': { types: ['image/jpeg', 'image/png', 'application/pdf'], maxBytes: 10485760, maxCount: 9 },
  }),
  matches: (field) => kindOf(field) === 'file',
  properties: ['file-rule'],
};
