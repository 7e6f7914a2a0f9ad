import { AttachmentRow } from './rows/attachment-row.ts';
import { AttemptRow } from './rows/attempt-row.ts';
import { AuditHeadRow } from './rows/audit-head-row.ts';
import { AuditRow } from './rows/audit-row.ts';
import { CaseRow } from './rows/case-row.ts';
import { CommandRow } from './rows/command-row.ts';
import { DeadlineOverrideRow } from './rows/deadline-override-row.ts';
import { DefinitionDraftRow } from './rows/definition-draft-row.ts';
import { DefinitionRow } from './rows/definition-row.ts';
import { DefinitionVersionRow } from './rows/definition-version-row.ts';
import { DraftRow } from './rows/draft-row.ts';
import { EventRow } from './rows/event-row.ts';
import { EventTextRow } from './rows/event-text-row.ts';
import { ExemptionRow } from './rows/exemption-row.ts';
import { FileRow } from './rows/file-row.ts';
import { MarkRow } from './rows/mark-row.ts';
import { MatterRow } from './rows/matter-row.ts';
import { MembershipRow } from './rows/membership-row.ts';
import { MigrationItemRow } from './rows/migration-item-row.ts';
import { MigrationPlanRow } from './rows/migration-plan-row.ts';
import { NoticeRow } from './rows/notice-row.ts';
import { OrganisationKindRow } from './rows/organisation-kind-row.ts';
import { OrganisationRow } from './rows/organisation-row.ts';
import { OutboxRow } from './rows/outbox-row.ts';
import { PersonRow } from './rows/person-row.ts';
import { ProgrammeRow } from './rows/programme-row.ts';
import { PublicationDefinitionRow } from './rows/publication-definition-row.ts';
import { PublicationRow } from './rows/publication-row.ts';
import { QueryRemarkRow } from './rows/query-remark-row.ts';
import { QueryRow } from './rows/query-row.ts';
import { RelationRow } from './rows/relation-row.ts';
import { SessionRow } from './rows/session-row.ts';
import { SettingRow } from './rows/setting-row.ts';
import { SettlementRow } from './rows/settlement-row.ts';
import { SignInAttemptRow } from './rows/sign-in-attempt-row.ts';
import { SignUpRow } from './rows/sign-up-row.ts';
import { SubmissionRow } from './rows/submission-row.ts';
import { TaskRow } from './rows/task-row.ts';
import { TimerRow } from './rows/timer-row.ts';
import { VoteActionRow } from './rows/vote-action-row.ts';
import { VoteBallotIntakeRow, VoteBallotRow, VoteSpentIntakeRow, VoteSpentRow } from './rows/vote-box-rows.ts';
import { VoteCandidateRow } from './rows/vote-candidate-row.ts';
import { VoteCheckpointRow } from './rows/vote-checkpoint-row.ts';
import { VoteCredentialRow } from './rows/vote-credential-row.ts';
import { VoteDeliveryRow } from './rows/vote-delivery-row.ts';
import { VoteElectionRow } from './rows/vote-election-row.ts';
import { VoteOpenCountRow, VoteQuarantineRow } from './rows/vote-open-rows.ts';
import { VotePoolRow, VoteRollRow } from './rows/vote-roll-row.ts';
import { VoteFlagRow } from './rows/vote-flag-row.ts';
import { VoteSecretRow } from './rows/vote-secret-row.ts';
import { VotePictureRow } from './rows/vote-picture-row.ts';
import { VoteTallyRow } from './rows/vote-tally-row.ts';
import { VoteTrafficRow } from './rows/vote-traffic-row.ts';

/** Every table, once; what is missing here does not exist for the ORM. */
export const ROWS = [
  AttachmentRow,
  AttemptRow,
  AuditHeadRow,
  AuditRow,
  CaseRow,
  CommandRow,
  DeadlineOverrideRow,
  DefinitionDraftRow,
  DefinitionRow,
  DefinitionVersionRow,
  DraftRow,
  EventRow,
  EventTextRow,
  ExemptionRow,
  FileRow,
  MarkRow,
  MatterRow,
  MembershipRow,
  MigrationItemRow,
  MigrationPlanRow,
  NoticeRow,
  OrganisationKindRow,
  OrganisationRow,
  OutboxRow,
  PersonRow,
  ProgrammeRow,
  PublicationDefinitionRow,
  PublicationRow,
  QueryRemarkRow,
  QueryRow,
  RelationRow,
  SessionRow,
  SettingRow,
  SettlementRow,
  SignInAttemptRow,
  SignUpRow,
  SubmissionRow,
  TaskRow,
  TimerRow,
  VoteActionRow,
  VoteBallotIntakeRow,
  VoteBallotRow,
  VoteCandidateRow,
  VoteCheckpointRow,
  VoteCredentialRow,
  VoteDeliveryRow,
  VoteElectionRow,
  VoteFlagRow,
  VoteOpenCountRow,
  VotePoolRow,
  VoteQuarantineRow,
  VoteRollRow,
  VoteSecretRow,
  VoteSpentIntakeRow,
  VoteSpentRow,
  VoteTallyRow,
  VotePictureRow,
  VoteTrafficRow,
];
