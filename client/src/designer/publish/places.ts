import type { EditedName } from '#contract/wire/design.ts';

export const publishPath = (programme: string, query: Record<string, string> = {}): string => {
  const text = new URLSearchParams(query).toString();
  return `/design/${programme}/publish${text === '' ? '' : `?${text}`}`;
};

export const versionsPath = (programme: string, { kind, key }: EditedName): string =>
  `/design/${programme}/versions/${kind}/${key}`;
