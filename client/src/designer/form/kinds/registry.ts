import type { Field } from '#contract/definition/field.ts';
import { choiceKind } from './choice.tsx';
import { choicesKind } from './choices.tsx';
import { dateKind } from './date.tsx';
import { dateTimeKind } from './date-time.tsx';
import { decimalKind } from './decimal.tsx';
import { fileKind } from './file.tsx';
import { fixedKind } from './fixed.tsx';
import { integerKind } from './integer.tsx';
import { longTextKind } from './long-text.tsx';
import { moneyKind } from './money.tsx';
import { monthKind } from './month.tsx';
import { organisationKind } from './organisation.tsx';
import { personKind } from './person.tsx';
import { rosterKind } from './roster.tsx';
import { sectionKind } from './section.tsx';
import { textKind } from './text.tsx';
import { yesNoKind } from './yes-no.tsx';
import type { KindEntry } from './kind-entry.ts';

/** Every kind of field in the order of the palette. A new kind is one file and one line here. */
export const KINDS: readonly KindEntry[] = [
  textKind,
  longTextKind,
  integerKind,
  decimalKind,
  moneyKind,
  dateKind,
  dateTimeKind,
  monthKind,
  yesNoKind,
  choiceKind,
  choicesKind,
  organisationKind,
  personKind,
  fileKind,
  fixedKind,
  sectionKind,
  rosterKind,
];

const known = new WeakMap<Field, KindEntry>();

/** The kind of a field: the last of the palette that agrees, as what comes later says more; what fits none is edited as a text. */
export const kindEntryOf = (field: Field): KindEntry => {
  const entry = known.get(field) ?? KINDS.findLast(({ matches }) => matches(field)) ?? textKind;
  known.set(field, entry);
  return entry;
};
