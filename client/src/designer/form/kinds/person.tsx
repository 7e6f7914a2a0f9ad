import { UserOutlined } from '@ant-design/icons';
import type { KindEntry } from './kind-entry.ts';

export const personKind: KindEntry = {
  kind: 'person',
  family: 'people',
  icon: <UserOutlined />,
  title: { 'zh-CN': '人员', en: 'Person' },
  hint: { 'zh-CN': '填报人、负责人的姓名，自动带出当前用户', en: 'A name; filled in with who is signed in' },
  look: 'line',
  make: () => ({ type: 'string', maxLength: 40, 'x-default': 'user.name', 'x-pii': 'name' }),
  matches: (field) => field['x-default'] === 'user.name' && field['x-pii'] === 'name',
  properties: ['text-length', 'normalize', 'default'],
};
