import { Injectable } from '@nestjs/common';
import { v4 as newRowId } from 'uuid';
import { textIn } from '../../contract/text.ts';
import { dayAt } from '../../engine/calendar.ts';
import { type FormFacts, lastDayOf } from '../../engine/environment-values.ts';
import { checkForm } from '../../engine/form/check.ts';
import { compute } from '../../engine/form/compute.ts';
import { defaultsFor } from '../../engine/form/defaults.ts';
import { type Issue, mergeIssues } from '../../engine/form/issue.ts';
import { normalize } from '../../engine/form/normalize.ts';
import { unmaskedMerge } from '../../engine/form/mask.ts';
import { withRowIds } from '../../engine/form/row-id.ts';
import { type Orphan, splitOrphans, withOrphans } from '../../engine/migration/orphans.ts';
import { mergeWrite } from '../../engine/merge-write.ts';
import { rightsOf } from '../../engine/rights.ts';
import { Models } from '../models.ts';
import type { Seen } from './command.service.ts';
import { presentData } from './facts.ts';
import { checkFiles } from './files-in-data.ts';
import { isMaskedFor } from './masking.ts';
import { refuseUnstorable } from './storable.ts';

type Data = Record<string, unknown>;

/** Data that a person sent for a case. */
export interface Sent {
  data: Data;
  /** The person writes as those who submit, for their organisation. */
  proxy: boolean;
  language: string;
}

/** Data as it may be stored, with what stands against it. */
export interface Checked {
  data: Data;
  issues: Issue[];
}

/** What the rules of the form may ask for beside its data. */
export const formFactsOf = ({ running, case: current, facts, now }: Seen): FormFacts => {
  const { zone } = running.model.programme;
  return {
    organisation: current.organisation,
    period: current.period,
    due: current.due === null ? null : lastDayOf(current.due, zone),
    today: dayAt(now, zone),
    previous: facts.previous,
    userName: facts.person?.name ?? '',
  };
};

/** What a case begins with that nobody has written into. */
export const defaultsOf = (seen: Seen): Data => {
  const { model } = seen.running;
  const facts = formFactsOf(seen);
  return compute(model, withRowIds(model, defaultsFor(model, facts), newRowId), facts);
};

interface Apart {
  data: Data;
  orphans: Orphan[];
}

const placeOf = ({ path, row }: Orphan): string => JSON.stringify([path, row?.id ?? null]);

/**
 * Values that are stored in fields which the form has no more stand apart: they are kept and not checked. What is strange
 * and was never stored stays among the data, and is refused.
 */
const apart = ({ state, running }: Seen, data: Data): Apart => {
  const { form } = running.model;
  const stored = splitOrphans(form, presentData(state, running)).orphans;
  if (stored.length === 0) return { data, orphans: [] };
  const places = new Set(stored.map(placeOf));
  const split = splitOrphans(form, data);
  const isStored = (orphan: Orphan): boolean => places.has(placeOf(orphan));
  const strange = split.orphans.filter((orphan) => !isStored(orphan));
  return { data: withOrphans(split.data, strange), orphans: stored };
};

/** What stands between data that somebody sent and data that is stored: the writer's reach, and the form's rules. */
@Injectable()
export class FormCheck {
  constructor(private readonly models: Models) {}

  /** Within the writer's reach what was sent, outside it what was stored; every attempt beyond is told. */
  within(seen: Seen, { data, proxy, language }: Sent): Checked {
    refuseUnstorable(data);
    const { model } = seen.running;
    const { write } = rightsOf({ model, case: seen.case, facts: seen.facts, now: seen.now }, { proxy });
    const { data: stored, orphans } = apart(seen, presentData(seen.state, seen.running));
    const given = apart(seen, data).data;
    const sent = isMaskedFor(seen) ? unmaskedMerge(model.form, stored, given) : given;
    const merged = mergeWrite(stored, sent, write);
    const issues = merged.issues.map(({ pointer, message }): Issue => {
      return { pointer, message: textIn(message, language), severity: 'error', code: 'not-yours' };
    });
    return { data: withOrphans(withRowIds(model, merged.data, newRowId), orphans), issues };
  }

  /** The data as it would be frozen: normalised, computed, checked by the form's schema and rules. */
  async check(seen: Seen, sent: Sent): Promise<Checked> {
    const own = this.within(seen, { ...sent, data: normalize(seen.running.model, sent.data) });
    const checked = await this.inFull(seen, own.data, sent.language);
    return { data: checked.data, issues: mergeIssues(own.issues, checked.issues) };
  }

  /** The same for what stands in the case already, written within the reach of whoever wrote it. */
  checkStored(seen: Seen, language: string): Promise<Checked> {
    const { model } = seen.running;
    return this.inFull(seen, normalize(model, presentData(seen.state, seen.running)), language);
  }

  private async inFull(seen: Seen, given: Data, language: string): Promise<Checked> {
    const { model } = seen.running;
    const facts = formFactsOf(seen);
    const { data: known, orphans } = apart(seen, given);
    const data = compute(model, known, facts);
    const bySchema = await this.models.validate(seen.state.formVersionId, data, language);
    const byRules = checkForm(model, data, { facts, locale: language });
    const issues = mergeIssues(bySchema, byRules, checkFiles(seen, data, language));
    return { data: withOrphans(data, orphans), issues };
  }
}
