import { applyLayers, type EditableSeries } from '@yotei/forecast/edits';
import { nudged, withValues, type Selection } from '../layers/draft.js';
import { draggedTo, drawnLayer, drawnOn, type DragStart } from './drag-edit.js';
import { strokeSteps } from './step-line.js';

const grid = { startAt: Date.UTC(2026, 10, 23), stepMinutes: 15, count: 8 };
const series: EditableSeries = {
  grid,
  contacts: Float64Array.of(10, 20, 30, Number.NaN, 40, 50, 60, 70),
  averageHandleSeconds: new Float64Array(8).fill(300),
};
const STEP = 900_000;
const selection: Selection = { fromAt: grid.startAt, untilAt: grid.startAt + 3 * STEP, pattern: null };
const start: DragStart = { measure: 'contacts', series, selection, grabbedValue: 20, single: false };
const place = { measure: 'contacts', startAt: selection.fromAt, endAt: selection.untilAt, pattern: null };

describe('a drag on the forecast', () => {
  it('scales the range so that the curve follows the hand, in whole percents', () => {
    expect(draggedTo(start, 25.02, false)).toEqual({ operation: 'percent', value: 25, ...place });
    expect(draggedTo(start, -5, false)).toEqual({ operation: 'percent', value: -100, ...place });
    expect(draggedTo(start, 20.04, false)).toBeNull(); // less than half a percent
  });

  it('raises every interval by the same with Shift, and sets a single one to the value under the hand', () => {
    expect(draggedTo(start, 23, true)).toEqual({ operation: 'add', value: 3, ...place });
    expect(draggedTo({ ...start, single: true }, 33.4, false)).toMatchObject({ operation: 'set', value: 33 });
  });
});

describe('a line drawn freehand', () => {
  it('gives every interval it crosses a value, however fast the hand is, and leaves out closed ones', () => {
    const drawn = drawnOn(new Map(), { index: 1, value: 10 }, { index: 5, value: 30 });
    expect([...drawn]).toEqual([
      [1, 10],
      [2, 15],
      [3, 20],
      [4, 25],
      [5, 30],
    ]);
    const layer = drawnLayer(drawn, series, 'contacts')!;
    expect(layer).toMatchObject({ operation: 'values', values: [10, 15, null, 25, 30], startAt: grid.startAt + STEP });
    expect([...applyLayers(series, [layer], 'UTC').contacts]).toEqual([10, 10, 15, Number.NaN, 25, 30, 60, 70]);
    expect(drawnLayer(new Map([[3, 5]]), series, 'contacts')).toBeNull();
  });
});

describe('a draft', () => {
  it('joins steps of the keys over one place, and forgets them when they meet at nothing', () => {
    const up = { measure: 'contacts' as const, percent: 5 };
    const once = nudged([], selection, up);
    expect(nudged(once, selection, { ...up, percent: 1 })).toEqual([{ operation: 'percent', value: 6, ...place }]);
    expect(nudged(once, selection, { ...up, percent: -5 })).toEqual([]);
    expect(nudged(once, { ...selection, untilAt: selection.untilAt + STEP }, up)).toHaveLength(2);
  });

  it('joins typed values into one edit with gaps', () => {
    const of = { grid, measure: 'contacts' as const };
    const first = withValues([], [{ index: 5, value: 1 }], of);
    const [joined, ...others] = withValues(first, [{ index: 2, value: 7 }], of);
    expect(joined).toMatchObject({ values: [7, null, null, 1], startAt: grid.startAt + 2 * STEP });
    expect(others).toEqual([]);
    expect(withValues(first, [{ index: 2, value: 7 }], { ...of, measure: 'handle_seconds' })).toHaveLength(2);
  });
});

describe('the line over the chart', () => {
  const strokes = (xOf: (index: number) => number) => {
    const points: [string, number, number][] = [];
    strokeSteps(
      {
        beginPath: () => undefined,
        moveTo: (x, y) => void points.push(['M', x, y]),
        lineTo: (x, y) => void points.push(['L', x, y]),
        stroke: () => undefined,
      },
      series.contacts,
      { from: 0, until: 8, xOf, yOf: (value) => value },
    );
    return points;
  };

  it('holds each value to the next interval and is broken where closed', () => {
    const points = strokes((index) => index * 10);
    expect(points.slice(0, 3)).toEqual([
      ['M', 0, 10],
      ['L', 10, 10],
      ['L', 10, 20],
    ]);
    expect(points.filter(([kind]) => kind === 'M')).toEqual([
      ['M', 0, 10],
      ['M', 40, 40],
    ]);
  });

  it('shows the lowest and the highest of the intervals that share a pixel', () => {
    const points = strokes((index) => index / 8);
    expect(points).toHaveLength(10); // two runs, five points each
    expect(points.map(([, , y]) => y)).toEqual(expect.arrayContaining([10, 30, 40, 70]));
  });
});
