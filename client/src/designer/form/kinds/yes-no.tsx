import { CheckSquareOutlined } from '@ant-design/icons';
import { kindOf } from '../../../form/kind.ts';
import type { KindEntry } from './kind-entry.ts';

export const yesNoKind: KindEntry = {
  kind: 'yes-no',
  family: 'choices',
  icon: <CheckSquareOutlined />,
  title: { 'zh-CN': '是 / 否', en: 'Yes / no' },
  hint: { 'zh-CN': '只有是和否', en: 'Two answers only' },
  look: 'yes-no',
  make: () => ({ type: 'boolean' }),
  matches: (field) => kindOf(field) === 'boolean',
  properties: ['default', 'computed'],
};
