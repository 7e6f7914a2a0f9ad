import type { Programme } from '../../contract/definition/programme.ts';
import { type LocalText, textIn } from '../../contract/text.ts';
import type { ProgrammeView } from '../../contract/wire/definition.ts';
import { keysInOrder } from '../../engine/binding.ts';
import type { Model } from '../../engine/model.ts';

const titlesIn = (entries: Readonly<Record<string, { title: LocalText }>>, language: string): Record<string, string> =>
  Object.fromEntries(Object.entries(entries).map(([key, { title }]) => [key, textIn(title, language)]));

/** A programme with its published workflows, in a language. */
export const programmeView = (programme: Programme, models: readonly Model[], language: string): ProgrammeView => ({
  key: programme.key,
  title: textIn(programme.title, language),
  number: programme.notice?.number ?? null,
  issued: programme.notice?.issued ?? null,
  zone: programme.zone,
  locales: programme.locales,
  kinds: titlesIn(programme.organisation_kinds, language),
  relations: titlesIn(programme.relations ?? {}, language),
  roles: Object.entries(programme.roles).map(([key, { title, may }]) => ({ key, title: textIn(title, language), may })),
  workflows: models.map(({ workflow, form }) => ({
    key: workflow.key,
    title: textIn(workflow.title, language),
    form: form.$id,
    formTitle: textIn(form.title, language),
    states: Object.entries(workflow.states).map(([key, { title, final }]) => ({
      key,
      title: textIn(title, language),
      final: final ?? null,
    })),
    per: workflow.subject.per,
  })),
});

/** Workflows in the order in which the programme lists them. */
export const inListedOrder = (programme: Programme, models: readonly Model[]): Model[] =>
  keysInOrder(programme).flatMap((key) => models.filter(({ workflow }) => workflow.key === key));
