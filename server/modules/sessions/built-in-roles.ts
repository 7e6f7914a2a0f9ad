import type { Permission, Role } from '../../contract/definition/programme.ts';

/** The role that the first administrator holds, in the installation and not in a programme: it sets up, it judges nothing. */
export const ADMINISTRATOR = 'administrator';

const INSTALLATION: readonly Permission[] = [
  'definitions.edit',
  'definitions.publish',
  'programmes.manage',
  'organisations.manage',
  'people.manage',
  'audit.read',
];

/** Roles of the installation itself, which no definition changes. */
export const BUILT_IN_ROLES: Readonly<Record<string, Role>> = {
  [ADMINISTRATOR]: { title: { 'zh-CN': '系统管理员', en: 'Administrator' }, may: [...INSTALLATION] },
};
