import type { Field } from '#contract/definition/field.ts';
import { kindEntryOf } from '../kinds/registry.ts';
import type { FieldPath } from '../place.ts';
import { asTextProperty } from './as-text.tsx';
import { checksumProperty } from './checksum.tsx';
import { choiceLookProperty } from './choice-look.tsx';
import { computedProperty } from './computed.tsx';
import { defaultProperty } from './default.tsx';
import { exampleProperty } from './example.tsx';
import { fileRuleProperty } from './file-rule.tsx';
import { fixedTextProperty } from './fixed-text.tsx';
import { helpProperty } from './help.tsx';
import { itemsCountProperty } from './items-count.tsx';
import { keyProperty } from './key.tsx';
import { limitProperty } from './limit.tsx';
import { messagesProperty } from './messages.tsx';
import { normalizeProperty } from './normalize.tsx';
import { notApplicableProperty } from './not-applicable.tsx';
import { numberRangeProperty } from './number-range.tsx';
import { optionsProperty } from './options.tsx';
import { optionsTableProperty } from './options-table.tsx';
import { patternProperty } from './pattern.tsx';
import { placeholderProperty } from './placeholder.tsx';
import { privacyProperty } from './privacy.tsx';
import type { PropertyEntry } from './property-entry.ts';
import { requiredProperty } from './required.tsx';
import { rosterDefaultProperty } from './roster-default.tsx';
import { textLengthProperty } from './text-length.tsx';
import { titleProperty } from './title.tsx';
import { widthProperty } from './width.tsx';

/** Properties that every field may have, before and after those of its kind. */
const FIRST: readonly PropertyEntry[] = [titleProperty, keyProperty, requiredProperty];
const LAST: readonly PropertyEntry[] = [
  helpProperty,
  placeholderProperty,
  exampleProperty,
  privacyProperty,
  widthProperty,
  messagesProperty,
  asTextProperty,
];

/** Properties that kinds name. A new one is one file and one line here. */
const BY_KIND: readonly PropertyEntry[] = [
  checksumProperty,
  choiceLookProperty,
  computedProperty,
  defaultProperty,
  fileRuleProperty,
  fixedTextProperty,
  itemsCountProperty,
  limitProperty,
  normalizeProperty,
  notApplicableProperty,
  numberRangeProperty,
  optionsProperty,
  optionsTableProperty,
  patternProperty,
  rosterDefaultProperty,
  textLengthProperty,
];

/** The properties of a field in their order. */
export const propertiesOf = (field: Field, path: FieldPath): PropertyEntry[] => {
  const named = kindEntryOf(field).properties.flatMap((name) => BY_KIND.find((entry) => entry.name === name) ?? []);
  return [...FIRST, ...named, ...LAST].filter(({ applies }) => applies?.(field, path) ?? true);
};
