import { Injectable } from '@nestjs/common';
import { AttachmentsRepository } from './attachments.repository.ts';
import { FileStore } from './file-store.ts';

/** An upload that takes longer than this was given up. */
const GRACE_HOURS = 24;

/** Removes bytes that no case names: of uploads that were given up, and of files that were taken away. */
@Injectable()
export class FileSweeper {
  constructor(
    private readonly repository: AttachmentsRepository,
    private readonly store: FileStore,
  ) {}

  /** Answers how many files were removed from the disk. */
  async sweep(hours: number = GRACE_HOURS): Promise<number> {
    const before = new Date(Date.now() - hours * 3_600_000);
    await this.store.clearIncoming(before);
    let removed = 0;
    const forget = (sha256: string): Promise<void> =>
      this.repository.forget(sha256, hours, async () => {
        if (!(await this.store.has(sha256))) return;
        await this.store.remove(sha256);
        removed += 1;
      });
    for (const sha256 of await this.repository.unnamed(hours)) await forget(sha256);
    for await (const sha256 of this.store.olderThan(before))
      if (!(await this.repository.knows(sha256))) await forget(sha256);
    return removed;
  }
}
