import { Injectable } from '@nestjs/common';
import type { DefinitionName } from '../../contract/key.ts';
import type { EditedName } from '../../contract/wire/design.ts';
import type { WantedPublication } from '../../contract/wire/publication.ts';
import type { Organisation } from '../../engine/case.ts';
import { fileOfName } from '../../registry/folder.ts';
import { type DefinitionSource, nameText } from '../../registry/source.ts';
import { DefinitionDraftsRepository } from '../designs/definition-drafts.repository.ts';
import { DomainError } from '../domain-error.ts';
import { PublicationsRepository, type StoredPublication } from './publications.repository.ts';

/** The texts that are to be published, and the drafts that they were taken from. */
export interface WantedTexts {
  sources: DefinitionSource[];
  /** Definitions that were new in the publication that is undone, and stand no more after it. */
  retired: readonly DefinitionName[];
  /** By `nameText`. */
  revs: ReadonlyMap<string, { rev: number; base: number | null }>;
  /** Organisations that scenarios may name beside those that are registered: the texts bring them along. */
  cast?: readonly Organisation[];
}

/** A programme of the path. */
export interface OfProgramme {
  id: string;
  key: string;
}

const inProgramme = ({ key: programme }: OfProgramme, { kind, key }: EditedName): DefinitionName => ({
  programme: kind === 'Calendar' ? null : programme,
  kind,
  key,
});

const sourceOf = (programme: OfProgramme, name: EditedName, text: string): DefinitionSource => {
  const full = inProgramme(programme, name);
  return { name: full, file: fileOfName(full), text };
};

/** What a publication brought that was not there before. */
const newIn = (programme: OfProgramme, published: StoredPublication | undefined): DefinitionName[] =>
  (published?.parts ?? []).flatMap((part) => (part.beforeId === null ? [inProgramme(programme, part)] : []));

const noDraft = ({ kind, key }: EditedName): DomainError =>
  new DomainError('invalid', {
    zh: `“${key}”（${kind}）没有可以发布的草稿`,
    en: `There is no draft of ${kind} "${key}" to publish`,
  });

const nothingChosen = (): DomainError =>
  new DomainError('invalid', { zh: '请选择要发布的草稿', en: 'Choose the drafts that are to be published' });

const refusedUndo = (zh: string, en: string): DomainError => new DomainError('conflict', { zh, en });

/** Reads what somebody wants to publish: drafts as they are saved now, or the texts that stood before a publication. */
@Injectable()
export class WantedTextsService {
  constructor(
    private readonly drafts: DefinitionDraftsRepository,
    private readonly publications: PublicationsRepository,
  ) {}

  async of(programme: OfProgramme, wanted: WantedPublication): Promise<WantedTexts> {
    return wanted.undo === undefined
      ? this.ofDrafts(programme, wanted.definitions)
      : this.ofUndo(programme, wanted.undo);
  }

  /** The texts of one that waits, as they were when it was proposed. */
  async ofWaiting(programme: OfProgramme, { parts, undoes }: StoredPublication): Promise<WantedTexts> {
    const sources = parts.map((part) => sourceOf(programme, part, part.source));
    const revs = parts.flatMap(({ kind, key, rev }) =>
      rev === null ? [] : [[nameText(inProgramme(programme, { kind, key })), { rev, base: null }] as const],
    );
    const undone = undoes === null ? undefined : await this.publications.find(programme.id, undoes);
    return { sources, retired: newIn(programme, undone), revs: new Map(revs) };
  }

  private async ofDrafts(programme: OfProgramme, names: readonly EditedName[]): Promise<WantedTexts> {
    if (names.length === 0) throw nothingChosen();
    const drafts = new Map((await this.drafts.all(programme.id)).map((draft) => [nameText(draft), draft]));
    const chosen = names.map((name) => {
      const draft = drafts.get(nameText(inProgramme(programme, name)));
      if (draft === undefined) throw noDraft(name);
      return { name, draft };
    });
    return {
      sources: chosen.map(({ name, draft }) => sourceOf(programme, name, draft.source)),
      retired: [],
      revs: new Map(chosen.map(({ draft }) => [nameText(draft), { rev: draft.rev, base: draft.base }])),
    };
  }

  private async ofUndo(programme: OfProgramme, id: string): Promise<WantedTexts> {
    const undone = await this.publications.find(programme.id, id);
    if (undone === undefined) throw new DomainError('not-found');
    if (undone.status !== 'published')
      throw refusedUndo('这次发布没有生效，无需撤销', 'This was never published, so there is nothing to undo');
    if (undone.undoneBy !== null) throw refusedUndo('这次发布已经撤销过', 'This publication was undone before');
    const later = undone.parts.filter(({ versionId, standsId }) => versionId !== standsId);
    if (later.length > 0) {
      const keys = later.map(({ key }) => key);
      throw refusedUndo(
        `之后又发布了 ${keys.map((key) => `“${key}”`).join('、')} 的新版本，请先撤销后来的发布`,
        `${keys.map((key) => `"${key}"`).join(', ')} was published again since; undo the later publication first`,
      );
    }
    const sources = undone.parts.flatMap((part) =>
      part.beforeSource === null ? [] : [sourceOf(programme, part, part.beforeSource)],
    );
    const retired = newIn(programme, undone);
    if (retired.some(({ kind }) => kind === 'Programme'))
      throw refusedUndo(
        '工作方案由这次发布启用，不能撤销；请在方案中停用不需要的内容',
        'The programme began with this publication, which cannot be undone; take away in the programme what is not wanted',
      );
    return { sources, retired, revs: new Map() };
  }
}
