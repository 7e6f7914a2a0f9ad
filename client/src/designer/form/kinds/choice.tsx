import { CheckCircleOutlined } from '@ant-design/icons';
import { kindOf } from '../../../form/kind.ts';
import type { KindEntry } from './kind-entry.ts';

export const choiceKind: KindEntry = {
  kind: 'choice',
  family: 'choices',
  icon: <CheckCircleOutlined />,
  title: { 'zh-CN': '单选', en: 'Choice' },
  hint: { 'zh-CN': '从几个选项中选一个', en: 'One of several options' },
  look: 'choice',
  make: (word) => ({
    oneOf: [1, 2].map((code) => ({
      const: code,
      title: word({ 'zh-CN': `选项${String(code)}`, en: `Option ${String(code)}` }),
    })),
  }),
  matches: (field) => kindOf(field) === 'choice',
  properties: ['options', 'options-table', 'choice-look', 'default', 'computed'],
};
