import { addDays, localDaysGrid } from '@yotei/time';
import { pastOnGrid, pastRange } from './history-overlay.js';

const ZONE = 'Europe/Berlin';

/** Each interval holds the day of the month it is on. */
function history(fromOn: string, days: number) {
  const grid = localDaysGrid(fromOn, days, ZONE, 60);
  const values: number[] = [];
  for (let day = 0; day < days; day += 1) {
    const on = addDays(fromOn, day);
    values.push(...new Array<number>(localDaysGrid(on, 1, ZONE, 60).count).fill(Number(on.slice(8))));
  }
  return { fromOn, days, grid, values };
}

describe('the past under the forecast', () => {
  it('is the same weekday four weeks before, also when the clocks changed in between', () => {
    // Clocks go back on Sunday 25 October 2026: that day has 25 hours, the day shown 24.
    const shown = { fromOn: '2026-11-21', days: 3 };
    const range = pastRange('month', shown, null);
    expect(range).toEqual({ fromOn: '2026-10-24', days: 3 });
    const grid = localDaysGrid(shown.fromOn, 3, ZONE, 60);
    const values = pastOnGrid('month', history(range.fromOn, 3), { ...shown, grid, zone: ZONE });
    expect(values).toEqual([24, 25, 26].flatMap((day) => new Array<number>(24).fill(day)));
  });

  it('is the mean of the last four weeks that have passed', () => {
    const shown = { fromOn: '2026-11-23', days: 14 };
    const range = pastRange('mean4', shown, '2026-11-17');
    expect(range).toEqual({ fromOn: '2026-10-21', days: 28 });
    const grid = localDaysGrid(shown.fromOn, 14, ZONE, 60);
    const values = pastOnGrid('mean4', history(range.fromOn, 28), { ...shown, grid, zone: ZONE });
    // Mondays in it: 26 October, 2, 9 and 16 November; both Mondays shown have their mean.
    expect([values[0], values[7 * 24]]).toEqual([(26 + 2 + 9 + 16) / 4, (26 + 2 + 9 + 16) / 4]);
  });

  it('leaves a gap where nothing is known', () => {
    const shown = { fromOn: '2026-11-23', days: 1 };
    const source = history('2026-10-26', 1);
    const values = pastOnGrid(
      'month',
      { ...source, values: source.values.map((value, i) => (i < 8 ? null : value)) },
      { ...shown, grid: localDaysGrid(shown.fromOn, 1, ZONE, 60), zone: ZONE },
    );
    expect(values.slice(6, 9)).toEqual([null, null, 26]);
  });
});
