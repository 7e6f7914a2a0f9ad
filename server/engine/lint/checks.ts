import { actionWithoutKind } from './checks/action-without-kind.ts';
import { arrayWithoutMaxItems } from './checks/array-without-max-items.ts';
import { calendarYearMissing } from './checks/calendar-year-missing.ts';
import { cellType } from './checks/cell-type.ts';
import { choiceMisplaced } from './checks/choice-misplaced.ts';
import { computedCircle } from './checks/computed-circle.ts';
import { conditionMisfit } from './checks/condition-misfit.ts';
import { datesOutOfOrder } from './checks/dates-out-of-order.ts';
import { deadlineWithoutDue } from './checks/deadline-without-due.ts';
import { dueExtras } from './checks/due-extra.ts';
import { dueTwice } from './checks/due-twice.ts';
import { eventCycle } from './checks/event-cycle.ts';
import { eventWithKind } from './checks/event-with-kind.ts';
import { expressionError } from './checks/expression-error.ts';
import { expressionWarning } from './checks/expression-warning.ts';
import { fieldWithoutType } from './checks/field-without-type.ts';
import { fileWithoutRule } from './checks/file-without-rule.ts';
import { finalLeaves } from './checks/final-leaves.ts';
import { giveNotHere } from './checks/give-not-here.ts';
import { keywordMisplaced } from './checks/keyword-misplaced.ts';
import { kindWithoutDue } from './checks/kind-without-due.ts';
import { noFinalState } from './checks/no-final-state.ts';
import { noPeriods } from './checks/no-periods.ts';
import { noWayOut } from './checks/no-way-out.ts';
import { optionTwice } from './checks/option-twice.ts';
import { optionsEmpty } from './checks/options-empty.ts';
import { otherNotText } from './checks/other-not-text.ts';
import { patternUnsupported } from './checks/pattern-unsupported.ts';
import { periodDay } from './checks/period-day.ts';
import { periodTwice } from './checks/period-twice.ts';
import { personalInNotice } from './checks/personal-in-notice.ts';
import { reminderBeforeWindow } from './checks/reminder-before-window.ts';
import { reopenOutside } from './checks/reopen-outside-final.ts';
import { requiredButHidden } from './checks/required-but-hidden.ts';
import { returnWithoutComment } from './checks/return-without-comment.ts';
import { roleLacksPermission } from './checks/role-lacks-permission.ts';
import { rosterInRoster } from './checks/roster-in-roster.ts';
import { rosterTwice } from './checks/roster-twice.ts';
import { rowOrder } from './checks/row-order.ts';
import { sameCondition } from './checks/same-condition.ts';
import { samePerson } from './checks/same-person.ts';
import { secretOrAddress } from './checks/secret-or-address.ts';
import { stateWithoutDeadline } from './checks/state-without-deadline.ts';
import { subjectPer } from './checks/subject-per.ts';
import { targetOrder } from './checks/target-order.ts';
import { titleMissing } from './checks/title-missing.ts';
import { unknownActor } from './checks/unknown-actor.ts';
import { unknownCalendar } from './checks/unknown-calendar.ts';
import { unknownColumn } from './checks/unknown-column.ts';
import { unknownDeadline } from './checks/unknown-deadline.ts';
import { unknownDefault } from './checks/unknown-default.ts';
import { unknownField } from './checks/unknown-field.ts';
import { unknownForm } from './checks/unknown-form.ts';
import { unknownInBinding } from './checks/unknown-in-binding.ts';
import { unknownInDemonstration } from './checks/unknown-in-demonstration.ts';
import { unknownInExample } from './checks/unknown-in-example.ts';
import { unknownInScenario } from './checks/unknown-in-scenario.ts';
import { unknownKind } from './checks/unknown-kind.ts';
import { unknownMessage } from './checks/unknown-message.ts';
import { unknownRelation } from './checks/unknown-relation.ts';
import { unknownRole } from './checks/unknown-role.ts';
import { unknownState } from './checks/unknown-state.ts';
import { unknownTable } from './checks/unknown-table.ts';
import { unknownWorkflow } from './checks/unknown-workflow.ts';
import { unknownZone } from './checks/unknown-zone.ts';
import { unlistedWorkflow } from './checks/unlisted-workflow.ts';
import { unreachableState } from './checks/unreachable-state.ts';
import { unused } from './checks/unused.ts';
import { windowsGap } from './checks/windows-gap.ts';
import { windowsOverlap } from './checks/windows-overlap.ts';
import { unknownBallot } from './checks/unknown-ballot.ts';
import { unknownEntries } from './checks/unknown-entries.ts';
import { ballotWindow } from './checks/ballot-window.ts';
import { chooseOrder } from './checks/choose-order.ts';
import { bandsMisplaced } from './checks/bands-misplaced.ts';
import { placesWithoutRanking } from './checks/places-without-ranking.ts';
import { unknownPlace } from './checks/unknown-place.ts';
import { budgetDiffers } from './checks/budget-differs.ts';
import { noLastTie } from './checks/no-last-tie.ts';
import { unknownCertificateWord } from './checks/unknown-certificate-word.ts';
import { fewEntries } from './checks/few-entries.ts';
import { personalInBallot } from './checks/personal-in-ballot.ts';
import { hideWithoutTask } from './checks/hide-without-task.ts';
import { judgingMisfit } from './checks/judging-misfit.ts';
import { matterForNobody } from './checks/matter-for-nobody.ts';
import { unknownMarks } from './checks/unknown-marks.ts';
import { unknownMatter } from './checks/unknown-matter.ts';
import { unknownSubjects } from './checks/unknown-subjects.ts';
import { startMisfit } from './checks/start-misfit.ts';
import { signUpMisfit } from './checks/sign-up-misfit.ts';
import { unknownStart } from './checks/unknown-start.ts';
import { quotaMisfit } from './checks/quota-misfit.ts';
import { ballotWithoutReaction } from './checks/ballot-without-reaction.ts';
import { contestEventMisplaced } from './checks/contest-event-misplaced.ts';
import { drawMisfit } from './checks/draw-misfit.ts';
import { electorateMisfit } from './checks/electorate-misfit.ts';
import { openVote } from './checks/open-vote.ts';
import { fixedOrder } from './checks/fixed-order.ts';
import { gatherMisfit } from './checks/gather-misfit.ts';
import { membersMisfit } from './checks/members-misfit.ts';
import type { Check } from './check.ts';

/** Every check of lint; adding one is adding its file and its line here. */
export const CHECKS: readonly Check[] = [
  unknownState,
  unknownRole,
  unknownActor,
  unknownKind,
  unknownRelation,
  unknownDeadline,
  unknownForm,
  unknownWorkflow,
  unlistedWorkflow,
  unknownStart,
  startMisfit,
  signUpMisfit,
  quotaMisfit,
  unknownInBinding,
  unknownCalendar,
  unknownTable,
  unknownColumn,
  unknownField,
  unknownDefault,
  unknownMessage,
  unknownZone,
  unknownInScenario,
  unknownInDemonstration,
  noFinalState,
  unreachableState,
  noWayOut,
  eventCycle,
  finalLeaves,
  reopenOutside,
  actionWithoutKind,
  eventWithKind,
  returnWithoutComment,
  giveNotHere,
  roleLacksPermission,
  targetOrder,
  subjectPer,
  kindWithoutDue,
  deadlineWithoutDue,
  dueTwice,
  dueExtras,
  periodDay,
  periodTwice,
  noPeriods,
  datesOutOfOrder,
  windowsOverlap,
  calendarYearMissing,
  expressionError,
  cellType,
  arrayWithoutMaxItems,
  fileWithoutRule,
  patternUnsupported,
  optionTwice,
  optionsEmpty,
  choiceMisplaced,
  otherNotText,
  requiredButHidden,
  fieldWithoutType,
  keywordMisplaced,
  conditionMisfit,
  computedCircle,
  rosterInRoster,
  rosterTwice,
  secretOrAddress,
  unknownBallot,
  unknownEntries,
  ballotWindow,
  chooseOrder,
  electorateMisfit,
  bandsMisplaced,
  placesWithoutRanking,
  unknownPlace,
  budgetDiffers,
  gatherMisfit,
  drawMisfit,
  membersMisfit,
  contestEventMisplaced,
  unknownSubjects,
  judgingMisfit,
  unknownMarks,
  unknownMatter,
  matterForNobody,
  // Warnings: the definition decides.
  expressionWarning,
  sameCondition,
  windowsGap,
  stateWithoutDeadline,
  samePerson,
  reminderBeforeWindow,
  titleMissing,
  personalInNotice,
  unused,
  unknownInExample,
  rowOrder,
  noLastTie,
  unknownCertificateWord,
  fewEntries,
  personalInBallot,
  ballotWithoutReaction,
  fixedOrder,
  openVote,
  hideWithoutTask,
];
