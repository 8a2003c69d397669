import { localDaysGrid } from '@yotei/time';
import { gridLayout } from './grid-layout.js';

const layoutOf = (fromOn: string, isOpen: (index: number) => boolean = () => true) =>
  gridLayout(localDaysGrid(fromOn, 2, 'Europe/Berlin', 60), isOpen, 'Europe/Berlin');

describe('the grid of days and times', () => {
  it('gives the doubled hour a row of its own, with a cell on that day alone', () => {
    const { days, rows, indexOf } = layoutOf('2026-10-25');
    expect(days).toEqual(['2026-10-25', '2026-10-26']);
    expect(rows).toHaveLength(25);
    expect(rows[3]).toEqual({ minute: 120, fold: 1 });
    expect([indexOf(3, 0), indexOf(3, 1)]).toEqual([3, -1]);
    expect([indexOf(4, 0), indexOf(4, 1)]).toEqual([4, 28]); // 03:00: hour 5 of the long day, 25 + 3 after it
  });

  it('has no cell for the hour that clocks leave out', () => {
    const { rows, indexOf } = layoutOf('2026-03-29');
    expect(rows).toHaveLength(24);
    expect([indexOf(2, 0), indexOf(2, 1)]).toEqual([-1, 25]);
  });

  it('leaves out times at which no day is open', () => {
    const { rows } = layoutOf('2026-11-02', (index) => index % 24 >= 9 && index % 24 < 12);
    expect(rows.map(({ minute }) => minute / 60)).toEqual([9, 10, 11]);
  });
});
