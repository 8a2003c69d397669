import { applyLayers, type DemandLayer, type EditableSeries } from '@yotei/forecast/edits';
import { localDaysGrid } from '@yotei/time';
import { draggedTo, drawnLayer, drawnOn, type DragStart } from './drag-edit.js';
import { proposedLine, type OverlayState } from './overlay.js';
import { strokeSteps, type LinePen } from './step-line.js';

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly against?: string;
}

const ZONE = 'Asia/Tokyo';
const FRAME_MILLIS = 1000 / 60;
/** Width of the chart on a planner's screen, CSS pixels. */
const WIDTH = 1000;

function eightWeeks(): EditableSeries {
  const grid = localDaysGrid('2026-11-02', 56, ZONE, 15);
  const contacts = Float64Array.from({ length: grid.count }, (_, index) => {
    const hour = (index % 96) / 4;
    return hour < 8 || hour >= 20 ? Number.NaN : 40 + 30 * Math.sin((hour - 8) / 4) + (index % 7);
  });
  return { grid, contacts, averageHandleSeconds: contacts.map((value) => value * 0 + 300) };
}

/** A stack as a busy planner leaves it: twenty layers, a quarter of them on weekdays and hours. */
function layers(series: EditableSeries): readonly DemandLayer[] {
  const { startAt } = series.grid;
  return Array.from({ length: 20 }, (_, index) => ({
    operation: 'percent' as const,
    value: 5,
    measure: 'contacts' as const,
    startAt: startAt + index * 86_400_000,
    endAt: startAt + (index + 28) * 86_400_000,
    pattern: index % 4 === 0 ? { weekdays: [1, 2], fromMinute: 540, untilMinute: 720 } : null,
  }));
}

function countingPen(): LinePen & { readonly calls: () => number } {
  let calls = 0;
  const count = () => void (calls += 1);
  return { beginPath: count, moveTo: count, lineTo: count, stroke: count, calls: () => calls };
}

function median(runs: number, work: (run: number) => void): number {
  for (let run = 0; run < 10; run += 1) work(run);
  const times = Array.from({ length: runs }, (_, run) => {
    const before = performance.now();
    work(run);
    return performance.now() - before;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)]!;
}

/** What one move of the hand costs over eight weeks of quarter-hours, without the browser's own drawing. */
export function bench({ quick }: { readonly quick: boolean }): Row[] {
  const runs = quick ? 20 : 200;
  const series = eightWeeks();
  const { grid } = series;
  const all = { fromAt: grid.startAt, untilAt: grid.startAt + grid.count * 900_000, pattern: null };
  const start: DragStart = { measure: 'contacts', series, selection: all, grabbedValue: 60, single: false };
  const pen = countingPen();
  const paint = (state: OverlayState) => {
    const { values } = proposedLine(state);
    const xOf = (index: number) => (index / grid.count) * WIDTH;
    strokeSteps(pen, values, { from: 0, until: grid.count, xOf, yOf: (value) => 400 - value });
  };
  const still = { kept: series, draft: [], measure: 'contacts', zone: ZONE, selection: null, hovered: null } as const;
  const drag = median(runs, (run) => paint({ ...still, preview: draggedTo(start, 61 + (run % 60), false) }));
  const before = pen.calls();
  paint({ ...still, preview: draggedTo(start, 90, false) });
  const strokes = pen.calls() - before;
  const draw = median(runs, () => {
    const drawn = drawnOn(new Map(), { index: 0, value: 10 }, { index: grid.count - 1, value: 90 });
    paint({ ...still, preview: drawnLayer(drawn, series, 'contacts') });
  });
  const stack = layers(series);
  const relaid = median(runs, () => void applyLayers(series, stack, ZONE));
  const row = (name: string, value: number): Row => ({
    name: `demand chart, 8 weeks of quarter-hours: ${name}`,
    value: Number(value.toFixed(3)),
    unit: 'ms',
    ratio: Number((value / FRAME_MILLIS).toFixed(4)),
    against: 'a frame of 16.7 ms',
  });
  return [
    row('a step of a drag, applied and laid out to paint', drag),
    row('a stroke drawn over all 5,376 intervals at once', draw),
    row('20 layers applied from the base (after an undo)', relaid),
    {
      name: 'demand chart, 8 weeks of quarter-hours: canvas calls a frame',
      value: strokes,
      unit: 'calls',
      ratio: Number((strokes / (2 * grid.count)).toFixed(3)),
      against: 'two an interval',
    },
  ];
}
