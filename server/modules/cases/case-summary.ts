import type { CaseSummary } from '../../contract/wire/case.ts';
import { textIn } from '../../contract/text.ts';
import { available } from '../../engine/available.ts';
import type { Case } from '../../engine/case.ts';
import type { Facts } from '../../engine/command.ts';
import { rightsOf } from '../../engine/rights.ts';
import { NO_FACTS } from '../../engine/situation.ts';
import type { Identity } from '../identity.ts';
import type { RunningModel } from '../models.ts';
import type { ListedCase, ReturnFacts } from './case-list.repository.ts';
import { type CaseRecord, caseOf, nearestDue } from './case-record.ts';
import { organisationOn } from './organisation-facts.ts';
import { dayAt } from '../../engine/calendar.ts';
import { personOf } from './visibility.ts';

/** A case with what a summary says beside its own columns. */
export interface Summarised {
  record: CaseRecord;
  case: Case;
  running: RunningModel;
  facts: Facts;
  now: number;
  openQueries: number;
  returned: ReturnFacts | null;
  claimedBy: string | null;
}

/** A row of a list as the rules see it. The form's data is only there where somebody can be named in it. */
export const summarised = (row: ListedCase, running: RunningModel, who: Identity): Summarised => {
  const now = row.now.getTime();
  const day = dayAt(now, running.model.programme.zone);
  const organisation = row.organisation === null ? null : organisationOn(row.organisation, day);
  return {
    record: row,
    case: caseOf(row, organisation, row.tasks),
    running,
    facts: { ...NO_FACTS, person: personOf(who, running.programmeId), data: row.data ?? {} },
    now,
    openQueries: row.openQueries,
    returned: row.returned,
    claimedBy: row.tasks.find(({ status, name }) => status === 'open' && name !== null)?.name ?? null,
  };
};

const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

const returnedOf = (
  { running, case: current, facts, now, returned }: Summarised,
  language: string,
): CaseSummary['returned'] => {
  if (returned === null) return null;
  const { read } = rightsOf({ model: running.model, case: current, facts, now });
  if (read === 'none') return null;
  const actions = Object.values(running.model.workflow.states).flatMap(({ on }) => Object.values(on ?? {}));
  const titles = new Map(
    actions
      .flatMap((action) => ('reasons' in action ? (action.reasons ?? []) : []))
      .map(({ code, title }) => [code, title]),
  );
  return {
    comment: returned.comment ?? '',
    reasons: returned.reasons.map((code) => textIn(titles.get(code), language) || code),
    at: new Date(returned.at).toISOString(),
  };
};

const organisationIn = ({ case: { organisation } }: Summarised): CaseSummary['organisation'] =>
  organisation === null
    ? null
    : { id: organisation.id, code: organisation.code, title: organisation.title, kinds: organisation.kinds };

const periodIn = ({ case: { period } }: Summarised, language: string): CaseSummary['period'] =>
  period === null ? null : { key: period.key, title: textIn(period.title, language), from: period.from, to: period.to };

const timing = ({
  case: current,
  now,
}: Summarised): Pick<CaseSummary, 'due' | 'graceUntil' | 'overdue' | 'inGrace'> => {
  const { due, graceUntil } = nearestDue(current);
  const overdue = current.status === 'open' && current.deadlines.length > 0 && due !== null && due <= now;
  const isInGraceNow = overdue && graceUntil !== null && now < graceUntil;
  return { due: iso(due), graceUntil: iso(graceUntil), overdue, inGrace: current.judged?.inGrace ?? isInGraceNow };
};

/** One row of every list, in the language of the request. */
export const summaryOf = (seen: Summarised, language: string): CaseSummary => {
  const { record, case: current, running, facts, now } = seen;
  const { workflow, programme } = running.model;
  const state = workflow.states[current.state];
  return {
    id: current.id,
    programme: programme.key,
    workflow: workflow.key,
    workflowTitle: textIn(workflow.title, language),
    organisation: organisationIn(seen),
    period: periodIn(seen, language),
    state: current.state,
    stateTitle: textIn(state?.title, language),
    final: state?.final ?? null,
    status: current.status,
    ...timing(seen),
    late: current.judged?.late ?? false,
    zero: current.zero,
    proxy: current.proxy,
    marks: current.marks,
    submissions: current.submission,
    openQueries: seen.openQueries,
    lockVersion: current.lockVersion,
    updatedAt: record.updatedAt.toISOString(),
    next: available(running.model, current, facts, now).next,
    claimedBy: seen.claimedBy,
    returned: returnedOf(seen, language),
  };
};
