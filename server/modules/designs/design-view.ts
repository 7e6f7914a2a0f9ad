import type { DefinitionName } from '../../contract/key.ts';
import { type LocalText, textIn } from '../../contract/text.ts';
import type { DefinitionSummary, DraftFacts, VersionText, VersionView } from '../../contract/wire/design.ts';
import { fileOfName } from '../../registry/folder.ts';
import { parse } from '../../registry/parse.ts';
import { nameText } from '../../registry/source.ts';
import type { StoredDraft } from './definition-drafts.repository.ts';
import type { EditedVersion } from './designs.repository.ts';
import type { Desk } from './desk.service.ts';

/** Definitions as their editors see them. */

export const versionView = (version: EditedVersion): VersionView => {
  const { id, n, status, publishedAt, publishedBy, note, contentHash } = version;
  return { id, n, status, publishedAt: publishedAt.toISOString(), publishedBy, note, contentHash };
};

export const versionText = (version: EditedVersion): VersionText => ({ ...versionView(version), text: version.source });

export const draftFacts = (
  { rev, savedAt, savedBy, base }: Omit<StoredDraft, 'source' | 'programme' | 'kind' | 'key'>,
  published: EditedVersion | undefined,
): DraftFacts => ({
  rev,
  savedAt: savedAt.toISOString(),
  savedBy,
  base,
  isBehind: (published?.n ?? null) !== base,
});

interface Titled {
  title?: LocalText | undefined;
}

/** A draft whose text cannot be read is still called as it was when it was published. */
const titleOf = (desk: Desk, name: DefinitionName, language: string): string => {
  const form =
    name.kind === 'Form' ? desk.shelf.programmes.get(desk.programme)?.dossier.forms.get(name.key) : undefined;
  const value: Titled | undefined = form ?? desk.shelf.documents.get(nameText(name))?.value;
  if (value !== undefined) return textIn(value.title, language) || name.key;
  const published = desk.published.get(nameText(name));
  if (published === undefined) return name.key;
  const before: Titled | undefined = parse({ name, file: fileOfName(name), text: published.source }).value;
  return textIn(before?.title, language) || name.key;
};

export const summaryOf = (desk: Desk, name: DefinitionName, language: string): DefinitionSummary => {
  const published = desk.published.get(nameText(name));
  const draft = desk.drafts.get(nameText(name));
  const file = fileOfName(name);
  return {
    kind: name.kind,
    key: name.key,
    title: titleOf(desk, name, language),
    published: published === undefined ? null : versionView(published),
    draft: draft === undefined ? null : draftFacts(draft, published),
    errors: desk.findings.filter((finding) => finding.severity === 'error' && finding.file === file).length,
  };
};
