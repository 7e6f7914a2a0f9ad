import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** The booth that this process serves, as it is sealed with an election: its page, which names the digests of the rest. */
@Injectable()
export class BoothProgram {
  private page: string | undefined;

  /** Told once, when pages are served; without a build of the client nothing is known, and nothing sealed. */
  serves(page: string | undefined): void {
    this.page = page;
  }

  digests(): Record<string, string> {
    if (this.page === undefined) return {};
    return { 'vote.html': createHash('sha256').update(this.page).digest('hex') };
  }
}
