import type { Permission } from '#contract/definition/programme.ts';

/** The closed list of what a role may do at all, as people would look for it. */
export const PERMISSION_GROUPS: { group: string; permissions: Permission[] }[] = [
  { group: 'cases', permissions: ['cases.fill', 'cases.read', 'cases.remark', 'cases.review'] },
  { group: 'overview', permissions: ['boards.read', 'deadlines.manage', 'notices.send', 'exports.personal'] },
  { group: 'awards', permissions: ['cases.judge', 'contests.run'] },
  { group: 'definitions', permissions: ['definitions.edit', 'definitions.publish', 'programmes.manage'] },
  { group: 'administration', permissions: ['organisations.manage', 'people.manage', 'audit.read'] },
];
