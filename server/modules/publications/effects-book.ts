import type { EffectView, TouchedCase } from '../../contract/wire/publication.ts';

export type EffectName = EffectView['effect'];

/** So many rows of each sort of effect are told one by one; all are counted. */
const MOST_ROWS = 200;

/** Effects as they are found: counted all, told as far as a person reads. */
export class EffectsBook {
  private readonly found = new Map<EffectName, EffectView>();

  /** `row` is asked for only while there is room. */
  note(effect: EffectName, row: () => TouchedCase): void {
    const view = this.view(effect);
    view.count += 1;
    if (view.rows.length < MOST_ROWS) view.rows.push(row());
  }

  /** Effects that somebody else has counted. */
  add(effects: readonly EffectView[]): void {
    for (const { effect, count, rows } of effects) {
      const view = this.view(effect);
      view.count += count;
      view.rows.push(...rows.slice(0, MOST_ROWS - view.rows.length));
    }
  }

  all(): EffectView[] {
    return [...this.found.values()].filter(({ count }) => count > 0);
  }

  private view(effect: EffectName): EffectView {
    const known = this.found.get(effect) ?? { effect, count: 0, rows: [] };
    this.found.set(effect, known);
    return known;
  }
}
