import { applyLayers, type EditableSeries } from '@yotei/forecast/edits';
import { localDaysGrid } from '@yotei/time';
import { cellValue, enterCells, type GridEditsOf } from './grid-edits.js';
import { gridLayout } from './grid-layout.js';

const ZONE = 'Asia/Tokyo';
const grid = localDaysGrid('2026-11-23', 2, ZONE, 60);
// Open 09:00 to 12:00; on the second day closed at 11:00.
const open = (index: number) => index % 24 >= 9 && index % 24 < 12 && index !== 24 + 11;
const contacts = Float64Array.from({ length: grid.count }, (_, index) => (open(index) ? 10 * ((index % 24) - 8) : NaN));
const series: EditableSeries = { grid, contacts, averageHandleSeconds: contacts.map((one) => one * 10) };
const of: GridEditsOf = { layout: gridLayout(grid, open, ZONE), series, measure: 'contacts', zone: ZONE };
const cell = (row: number, column: number, text: string) => ({ row, column, text });

describe('the grid to type into', () => {
  it('shows intervals, day totals and the total of all days; mean handle times weighted by contacts', () => {
    expect(cellValue(of, { row: 1, column: 0 })).toBe(10);
    expect(cellValue(of, { row: 3, column: 1 })).toBeNaN();
    expect([0, 1, 2].map((column) => cellValue(of, { row: 0, column }))).toEqual([60, 30, 90]);
    const handle = cellValue({ ...of, measure: 'handle_seconds' }, { row: 0, column: 1 });
    expect(handle).toBeCloseTo((10 * 100 + 20 * 200) / 30, 9);
  });

  it('keeps what can be read and says of every other cell what is wrong with it', () => {
    const entries = [
      cell(1, 0, '15'),
      cell(2, 0, 'many'),
      cell(3, 1, '5'),
      cell(1, 2, '5'),
      cell(3, 0, ''),
      cell(1, 1, '+10%'),
    ];
    const { draft, errors } = enterCells(of, [], entries);
    expect([...errors]).toEqual([
      ['2:0', 'unreadable'],
      ['3:1', 'closed'],
      ['1:2', 'sum'],
    ]);
    const after = applyLayers(series, draft, ZONE).contacts;
    expect([after[9], after[10], after[11], after[24 + 9]]).toEqual([15, 20, 30, 11]);
    expect(draft).toHaveLength(1);
  });

  it('makes a day total that keeps the shape, and one of all days', () => {
    const day = enterCells(of, [], [cell(0, 0, '120')]);
    expect(day.draft).toMatchObject([{ operation: 'total', value: 120 }]);
    expect([...applyLayers(series, day.draft, ZONE).contacts.slice(9, 12)]).toEqual([20, 40, 60]);
    const all = applyLayers(series, enterCells(of, [], [cell(0, 2, '180')]).draft, ZONE).contacts;
    expect([all[9], all[24 + 9]]).toEqual([20, 20]);
    expect(enterCells(of, [], [cell(0, 1, '-10%')]).draft).toMatchObject([{ operation: 'percent', value: -10 }]);
  });
});
