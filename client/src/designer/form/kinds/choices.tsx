import { UnorderedListOutlined } from '@ant-design/icons';
import { kindOf } from '../../../form/kind.ts';
import type { KindEntry } from './kind-entry.ts';

export const choicesKind: KindEntry = {
  kind: 'choices',
  family: 'choices',
  icon: <UnorderedListOutlined />,
  title: { 'zh-CN': '多选', en: 'Several choices' },
  hint: { 'zh-CN': '可以选几个', en: 'Any number of options' },
  look: 'choices',
  make: (word) => ({
    type: 'array',
    maxItems: 20,
    uniqueItems: true,
    'x-normalize': ['nfkc', 'list'],
    items: {
      oneOf: [1, 2].map((code) => ({
        const: code,
        title: word({ 'zh-CN': `选项${String(code)}`, en: `Option ${String(code)}` }),
      })),
    },
  }),
  matches: (field) => kindOf(field) === 'choices',
  properties: ['options', 'options-table', 'items-count', 'normalize'],
};
