/**
 * Lets works that concern the same thing run one after the other in this process, so that they do not take each other's
 * place again and again. Correctness does not rest on it: other processes are met by comparing versions.
 */
export class InTurn {
  private readonly tails = new Map<string, Promise<unknown>>();

  run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.tails.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const tail: Promise<void> = mine.then(
      () => this.forget(key, tail),
      () => this.forget(key, tail),
    );
    this.tails.set(key, tail);
    return mine;
  }

  private forget(key: string, tail: Promise<unknown>): void {
    if (this.tails.get(key) === tail) this.tails.delete(key);
  }
}
