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

/** What stands between data that somebody sent and data that is stored: the writer's reach, and the form's rules. */
@Injectable()
export class FormCheck {
  constructor(private readonly models: Models) {}

  /** Within the writer's reach what was sent, outside it what was stored; every attempt beyond is told. */
  within(seen: Seen, { data, proxy, language }: Sent): Checked {
    refuseUnstorable(data);
    const { model } = seen.running;
    const { write } = rightsOf({ model, case: seen.case, facts: seen.facts, now: seen.now }, { proxy });
    const stored = presentData(seen.state, seen.running);
    const sent = isMaskedFor(seen) ? unmaskedMerge(model.form, stored, data) : data;
    const merged = mergeWrite(stored, sent, write);
    const issues = merged.issues.map(({ pointer, message }): Issue => {
      return { pointer, message: textIn(message, language), severity: 'error', code: 'not-yours' };
    });
    return { data: withRowIds(model, merged.data, newRowId), issues };
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
    const data = compute(model, given, facts);
    const bySchema = await this.models.validate(seen.state.formVersionId, data, language);
    const byRules = checkForm(model, data, { facts, locale: language });
    return { data, issues: mergeIssues(bySchema, byRules, checkFiles(seen, data, language)) };
  }
}
