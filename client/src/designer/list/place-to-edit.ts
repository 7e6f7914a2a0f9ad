import type { EditedName } from '#contract/wire/design.ts';

/** Which page edits a definition. What has no page of its own is edited in the settings of its programme. */
export const placeToEdit = (programme: string, { kind, key }: EditedName): string => {
  if (kind === 'Form') return `/design/${programme}/forms/${key}`;
  if (kind === 'Workflow') return `/design/${programme}/workflows/${key}`;
  if (kind === 'Calendar') return `/design/${programme}/settings?part=calendar`;
  if (kind === 'Scenario' || kind === 'Demonstration') return `/design/${programme}/settings?part=texts`;
  return `/design/${programme}/settings`;
};
