import { Injectable } from '@nestjs/common';
import type { Finding } from '../../contract/finding.ts';
import type { DefinitionKind, DefinitionName } from '../../contract/key.ts';
import type { FindingView } from '../../contract/wire/design.ts';
import { fileOfName, nameOfFile } from '../../registry/folder.ts';
import { inspect } from '../../registry/inspect.ts';
import { rememberingReader } from '../../registry/parse-memory.ts';
import type { Shelf } from '../../registry/shelf.ts';
import { type DefinitionSource, nameText } from '../../registry/source.ts';
import { DomainError } from '../domain-error.ts';
import { DefinitionDraftsRepository, type StoredDraft } from './definition-drafts.repository.ts';
import { DesignsRepository, type EditedVersion } from './designs.repository.ts';

/** One programme as its editors have it before them: what is published, with drafts in its place. */
export interface Desk {
  programme: string;
  programmeId: string;
  published: ReadonlyMap<string, EditedVersion>;
  drafts: ReadonlyMap<string, StoredDraft>;
  shelf: Shelf;
  findings: Finding[];
}

/** What lint says of one definition, and which errors there are in the others. */
export interface Report {
  findings: FindingView[];
  elsewhere: FindingView[];
}

/** The name of an edited definition: calendars stand outside programmes. */
export const nameIn = (programme: string, kind: DefinitionKind, key: string): DefinitionName => ({
  programme: kind === 'Calendar' ? null : programme,
  kind,
  key,
});

const byName = <Named extends DefinitionName>(all: readonly Named[]): Map<string, Named> =>
  new Map(all.map((one) => [nameText(one), one]));

const sourceOf = ({ programme, kind, key, source }: EditedVersion | StoredDraft): DefinitionSource => {
  const name = { programme, kind, key };
  return { name, file: fileOfName(name), text: source };
};

/** The finding with the definition that it is in. */
export const findingView = (finding: Finding): FindingView => {
  const name = nameOfFile(finding.file);
  return name === undefined ? finding : { ...finding, definition: { kind: name.kind, key: name.key } };
};

export const reportOn = ({ findings }: Desk, name: DefinitionName): Report => {
  const file = fileOfName(name);
  return {
    findings: findings.filter((finding) => finding.file === file).map(findingView),
    elsewhere: findings.filter((finding) => finding.file !== file && finding.severity === 'error').map(findingView),
  };
};

/** Characters of text that are remembered as they were read: a few programmes and what is being typed in them. */
const REMEMBERED = 8_000_000;

/** Puts the definitions of one programme together as they would be if every draft were published. */
@Injectable()
export class DeskService {
  private readonly read = rememberingReader(REMEMBERED);

  constructor(
    private readonly designs: DesignsRepository,
    private readonly drafts: DefinitionDraftsRepository,
  ) {}

  /** `typed` are texts that nobody has saved yet; they stand in the place of drafts. */
  async of(programme: string, typed: readonly DefinitionSource[] = []): Promise<Desk> {
    const { id } = await this.programme(programme);
    const [published, drafts] = await Promise.all([this.designs.published(id), this.drafts.all(id)]);
    const sources = [...published.map(sourceOf), ...drafts.map(sourceOf), ...typed];
    const texts = new Map(sources.map((source) => [nameText(source.name), source]));
    const { shelf, findings } = inspect([...texts.values()], this.read);
    return { programme, programmeId: id, published: byName(published), drafts: byName(drafts), shelf, findings };
  }

  async programme(key: string): Promise<{ id: string }> {
    const found = await this.designs.programme(key);
    if (found === undefined) throw new DomainError('not-found');
    return found;
  }
}
