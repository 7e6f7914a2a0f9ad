import { Injectable } from '@nestjs/common';
import type { Finding } from '../../contract/finding.ts';
import { fingerprint } from '../../registry/fingerprint.ts';
import { fileOfName } from '../../registry/folder.ts';
import { type DefinitionSource, nameText } from '../../registry/source.ts';
import { DefinitionDraftsRepository, type StoredDraft } from './definition-drafts.repository.ts';

/** What is edited in browsers, for those who publish from files. */
@Injectable()
export class DraftsBesideService {
  constructor(private readonly drafts: DefinitionDraftsRepository) {}

  /** Drafts as texts, of every programme. */
  async texts(): Promise<DefinitionSource[]> {
    return (await this.drafts.everywhere()).map((draft) => ({
      name: draft,
      file: fileOfName(draft),
      text: draft.source,
    }));
  }

  /** A finding for each draft of these definitions that says something else than the text to be published. */
  async findings(sources: readonly DefinitionSource[], severity: Finding['severity']): Promise<Finding[]> {
    const texts = new Map(sources.map((source) => [nameText(source.name), source.text]));
    const drafts = (await this.drafts.everywhere()).filter((draft) => {
      const text = texts.get(nameText(draft));
      return text !== undefined && fingerprint(text) !== fingerprint(draft.source);
    });
    return drafts.map((draft) => finding(draft, severity));
  }

  /** Clears the drafts that say just what was published: there is nothing left to do in them. */
  async clear(sources: readonly DefinitionSource[]): Promise<void> {
    const texts = new Map(sources.map((source) => [nameText(source.name), fingerprint(source.text)]));
    for (const draft of await this.drafts.everywhere())
      if (texts.get(nameText(draft)) === fingerprint(draft.source)) await this.drafts.removeByName(draft, draft.rev);
  }
}

const finding = (draft: StoredDraft, severity: Finding['severity']): Finding => {
  const when = draft.savedAt.toISOString().slice(0, 16).replace('T', ' ');
  const who = draft.savedBy ?? '?';
  return {
    code: 'draft-in-browser',
    severity,
    file: fileOfName(draft),
    line: 1,
    column: 1,
    path: [],
    message: {
      'zh-CN': `网页中有这个定义的草稿（${who}，${when} UTC 保存）`,
      en: `There is a draft of this definition in the browser (saved by ${who}, ${when} UTC)`,
    },
    suggestion: {
      'zh-CN': '请先在网页中发布或放弃它，或用 pull --drafts 取到文件中；加 --beside-drafts 则保留草稿照常发布',
      en: 'Publish or discard it there, or take it into the files with pull --drafts; with --beside-drafts it stays and the files are published all the same',
    },
  };
};
