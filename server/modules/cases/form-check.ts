import { Injectable } from '@nestjs/common';
import type { Facts, FormIssue } from '../../engine/command.ts';
import { mergeWrite } from '../../engine/merge-write.ts';
import { rightsOf } from '../../engine/rights.ts';
import { textIn } from '../../contract/text.ts';
import { Models } from '../models.ts';
import type { Seen } from './command.service.ts';
import { presentData } from './facts.ts';

type Data = Record<string, unknown>;

/** Data that a person sent for a case. */
export interface Sent {
  data: Data;
  proxy: boolean;
  language: string;
}

/** What stands between data that somebody sent and data that is stored: the writer's reach, and the form's rules. */
@Injectable()
export class FormCheck {
  constructor(private readonly models: Models) {}

  /** What is stored of it: within the writer's reach what was sent, outside it what was stored; attempts beyond are told. */
  within(seen: Seen, { data, proxy, language }: Sent): { data: Data; issues: FormIssue[] } {
    const { write } = rightsOf({ model: seen.running.model, ...seen }, { proxy });
    const merged = mergeWrite(presentData(seen.state), data, write);
    const issues = merged.issues.map(({ pointer, message }) => ({
      pointer,
      message: textIn(message, language),
      severity: 'error' as const,
    }));
    return { data: merged.data, issues };
  }

  /** The data as it would be frozen, with everything that the form has against it. */
  async check(seen: Seen, sent: Sent): Promise<Pick<Facts, 'data' | 'issues'>> {
    const merged = this.within(seen, sent);
    const issues = await this.models.validate(seen.state.formVersionId, merged.data, sent.language);
    return { data: merged.data, issues: [...merged.issues, ...issues] };
  }
}
