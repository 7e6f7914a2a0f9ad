import { dayAt } from '../../engine/calendar.ts';
import { isRun } from '../../engine/binding.ts';
import { say } from '../../engine/lint/check.ts';
import type { Model } from '../../engine/model.ts';
import { type Obligation, obligations } from '../../engine/obligation.ts';
import type { ExistingCase, ListedOrganisation } from '../cases/obligations.repository.ts';
import { missingOf, registered } from '../cases/series.ts';
import type { EffectsBook } from './effects-book.ts';

/** What is owed under new rules and what is there: pure. */
interface Owing {
  model: Model;
  organisations: readonly ListedOrganisation[];
  existing: readonly ExistingCase[];
  now: Date;
}

/** Reports that would be asked for anew, and untouched ones that would be asked for no more. */
export const noteObligations = (book: EffectsBook, { model, organisations, existing, now }: Owing): void => {
  const { key } = model.workflow;
  const today = dayAt(now.getTime(), model.programme.zone);
  const titles = new Map(organisations.map(({ id, title }) => [id, title]));
  const owed: Obligation[] = isRun(model.programme, key)
    ? obligations(
        model,
        organisations.map((one) => registered(one, today)),
        now.getTime(),
      )
    : [];
  for (const { organisation, period } of missingOf(owed, existing))
    book.note('obligation-added', () => ({
      case: null,
      workflow: key,
      organisation: organisation?.title ?? null,
      period: period?.key ?? null,
      words: say('将新增一项待报', 'A report will be asked for'),
    }));
  if (model.workflow.start !== undefined && model.workflow.start !== 'published') return;
  const asked = new Set(owed.map(({ organisation }) => organisation?.id ?? null));
  for (const { id, organisationId, period, isUntouched } of existing) {
    if (!isUntouched || asked.has(organisationId)) continue;
    book.note('obligation-dropped', () => ({
      case: id,
      workflow: key,
      organisation: organisationId === null ? null : (titles.get(organisationId) ?? null),
      period,
      words: say('不再需要报送', 'It will not be asked for any more'),
    }));
  }
};
