import type { SessionView } from '#contract/wire/session.ts';
import type { Permission } from '#contract/definition/programme.ts';
import { may } from '../api/use-session.ts';

/** The main menu in its order, with what a person needs to see each entry. */
const ENTRIES: { path: string; title: string; needs: Permission[] }[] = [
  { path: '/cases', title: 'menu.cases', needs: ['cases.fill'] },
  { path: '/review', title: 'menu.review', needs: ['cases.review', 'cases.remark'] },
  { path: '/board', title: 'menu.board', needs: ['boards.read', 'cases.review'] },
  { path: '/deadlines', title: 'menu.deadlines', needs: ['deadlines.manage'] },
  { path: '/contests', title: 'menu.contests', needs: ['contests.run'] },
  { path: '/design', title: 'menu.design', needs: ['definitions.edit', 'definitions.publish'] },
  { path: '/organisations', title: 'menu.organisations', needs: ['organisations.manage'] },
  { path: '/people', title: 'menu.people', needs: ['people.manage'] },
  { path: '/audit', title: 'menu.audit', needs: ['audit.read'] },
];

export const menuFor = (session: SessionView) => ENTRIES.filter(({ needs }) => may(session, ...needs));
