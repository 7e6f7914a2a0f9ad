import { Role1711065600001 } from './migrations/1711065600001-role.ts';
import { DefinitionsAndPeople1711065600002 } from './migrations/1711065600002-definitions-and-people.ts';
import { Cases1711065600003 } from './migrations/1711065600003-cases.ts';
import { Consequences1711065600004 } from './migrations/1711065600004-consequences.ts';
import { Tenants1711065600005 } from './migrations/1711065600005-tenants.ts';
import { Delivery1711065600010 } from './migrations/1711065600010-delivery.ts';
import { Reminders1711065600011 } from './migrations/1711065600011-reminders.ts';
import { DefinitionDrafts1711065600020 } from './migrations/1711065600020-definition-drafts.ts';
import { Publications1711065600023 } from './migrations/1711065600023-publications.ts';
import { Following1711065600025 } from './migrations/1711065600025-following.ts';
import { VoteRoles1711065600030 } from './migrations/1711065600030-vote-roles.ts';
import { Votes1711065600031 } from './migrations/1711065600031-votes.ts';
import { VoteGuards1711065600032 } from './migrations/1711065600032-vote-guards.ts';
import { VoteOrigin1711065600033 } from './migrations/1711065600033-vote-origin.ts';
import { Pictures1711065600050 } from './migrations/1711065600050-pictures.ts';
import { UnusedColumns1711065600057 } from './migrations/1711065600057-unused-columns.ts';
import { VoteDeliveries1711065600053 } from './migrations/1711065600053-vote-deliveries.ts';
import { Electorates1711065600060 } from './migrations/1711065600060-electorates.ts';
import { Gathering1711065600043 } from './migrations/1711065600043-gathering.ts';
import { Draws1711065600044 } from './migrations/1711065600044-draws.ts';
import { BegunCases1711065600040 } from './migrations/1711065600040-begun-cases.ts';
import { SignUps1711065600041 } from './migrations/1711065600041-sign-ups.ts';
import { Attempts1711065600066 } from './migrations/1711065600066-attempts.ts';
import { JuryChannel1711065600067 } from './migrations/1711065600067-jury-channel.ts';
import { JuryContests1711065600065 } from './migrations/1711065600065-jury-contests.ts';
import { Judging1711065600046 } from './migrations/1711065600046-judging.ts';

/** In the order in which they run. Named one by one, because patterns over files break in a build. */
export const MIGRATIONS = [
  Role1711065600001,
  DefinitionsAndPeople1711065600002,
  Cases1711065600003,
  Consequences1711065600004,
  Tenants1711065600005,
  Delivery1711065600010,
  Reminders1711065600011,
  DefinitionDrafts1711065600020,
  Publications1711065600023,
  Following1711065600025,
  VoteRoles1711065600030,
  Votes1711065600031,
  VoteGuards1711065600032,
  VoteOrigin1711065600033,
  BegunCases1711065600040,
  SignUps1711065600041,
  Gathering1711065600043,
  Draws1711065600044,
  Judging1711065600046,
  Pictures1711065600050,
  VoteDeliveries1711065600053,
  UnusedColumns1711065600057,
  Electorates1711065600060,
  JuryContests1711065600065,
  Attempts1711065600066,
  JuryChannel1711065600067,
];
