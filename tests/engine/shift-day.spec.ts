import { describe, expect, it } from '@jest/globals';
import { readShift, shiftDay, shiftPeriodKey } from '../../server/engine/shift-day.ts';

const by = (text: string) => readShift(text) ?? { months: NaN, days: NaN };

describe('moving dates', () => {
  it.each([
    ['2024-03-22', 'P1Y', '2025-03-22'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2023-02-28', 'P1Y', '2024-02-29'],
    ['2024-04-30', 'P1M', '2024-05-31'],
    ['2024-01-30', 'P1M', '2024-02-29'],
    ['2024-04-30', 'P364D', '2025-04-29'],
    ['2024-12-31', 'P1Y2M', '2026-02-28'],
    ['2025-03-22', '-P1Y', '2024-03-22'],
    ['2024-03-31', 'P1Y7D', '2025-04-07'],
    ['2024-02-30', 'P1Y', ''],
    ['9999-06-01', 'P1Y', ''],
  ])('%s by %s is %s', (day, shift, moved) => {
    expect(shiftDay(day, by(shift))).toBe(moved);
  });

  it.each([
    ['2024-04', 'P1Y', '2025-04'],
    ['2024-12', 'P2M', '2025-02'],
    ['2024-04', 'P364D', '2025-04'],
    ['2024-Q2', 'P1Y', '2025-Q2'],
    ['2024-H2', 'P6M', '2025-H1'],
    ['2024-W01', 'P364D', '2025-W01'],
    ['2024-W14', 'P7D', '2024-W15'],
    ['2024-13', 'P1Y', ''],
    ['season', 'P1Y', ''],
  ])('the period %s by %s is %s', (key, shift, moved) => {
    expect(shiftPeriodKey(key, by(shift))).toBe(moved);
  });

  it('does not take a length of nothing, or of another kind', () => {
    expect(['P', 'P0Y', 'PT1H', 'P1W', '1Y', ''].map(readShift)).toEqual([null, null, null, null, null, null]);
  });
});
