import { InfoCircleOutlined } from '@ant-design/icons';
import { kindOf } from '../../../form/kind.ts';
import type { KindEntry } from './kind-entry.ts';

export const fixedKind: KindEntry = {
  kind: 'fixed',
  family: 'groups',
  icon: <InfoCircleOutlined />,
  title: { 'zh-CN': '固定文字', en: 'Fixed text' },
  hint: { 'zh-CN': '填写说明、提示，不用填写', en: 'A note to read; nothing is filled in' },
  look: 'fixed',
  make: (word) => ({
    type: 'string',
    description: word({ 'zh-CN': '请在此写明说明文字。', en: 'Write the note here.' }),
    'x-widget': 'fixed',
  }),
  matches: (field) => kindOf(field) === 'fixed',
  properties: ['fixed-text'],
};
