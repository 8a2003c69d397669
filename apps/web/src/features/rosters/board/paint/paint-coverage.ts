import { xOf, minuteAt, axisTicks, type BoardAxis } from '../axis.js';
import { columnGap, scheduledIn, type Coverage } from '../coverage.js';
import { gapColour, type BoardPalette } from '../palette.js';
import { paintHatch } from './paint-hatch.js';
import { SEGMENT_FONT } from './paint-labels.js';
import type { Surface, Viewport } from './surface.js';

export interface CoveragePicture {
  readonly axis: BoardAxis;
  readonly coverage: Coverage;
  /** Best of a running optimiser, drawn dashed. */
  readonly preview: Coverage | null;
  readonly viewport: Viewport;
  readonly palette: BoardPalette;
  readonly agentCount: number;
  readonly lit: { readonly start: number; readonly end: number } | null;
}

/** `−3`, `+4`, `0`; empty where nothing is to be rostered. */
export function gapLabel(gap: number): string {
  if (Number.isNaN(gap)) return '';
  const whole = Math.round(gap);
  if (whole === 0) return '0';
  return whole < 0 ? `−${-whole}` : `+${whole}`;
}

/** One coloured cell a column; the number is written where a cell has 16 pixels or its text fits. */
export function paintGapRow(surface: Surface, picture: CoveragePicture): void {
  const { axis, coverage, viewport, palette, agentCount } = picture;
  surface.fillStyle = palette.surface;
  surface.fillRect(0, 0, viewport.width, viewport.height);
  surface.font = SEGMENT_FONT;
  surface.textBaseline = 'middle';
  surface.textAlign = 'center';
  const first = Math.max(0, Math.floor(minuteAt(axis, viewport.left) / axis.columnMinutes) * axis.columnMinutes);
  for (let minute = first; minute < axis.lengthMinutes; minute += axis.columnMinutes) {
    const x = xOf(axis, minute) - viewport.left;
    if (x > viewport.width) break;
    const width = xOf(axis, minute + axis.columnMinutes) - viewport.left - x;
    const gap = Math.round(columnGap(coverage, minute, axis.columnMinutes));
    const colour = gapColour(palette, gap, agentCount);
    surface.fillStyle = colour?.fill ?? palette.surface;
    surface.fillRect(x, 2, width - 1, viewport.height - 4);
    const label = gapLabel(gap);
    // Where the sign does not fit, a number without one is over; short keeps its minus.
    const text = width < label.length * 7 ? label.replace('+', '') : label;
    if (text === '' || width < text.length * 7) continue;
    surface.fillStyle = colour?.ink ?? palette.textQuiet;
    surface.fillText(text, x + width / 2, viewport.height / 2 + 0.5);
  }
  surface.textAlign = 'left';
  if (picture.lit) paintLitSpan(surface, picture, picture.lit);
}

/** A strip without numbers for one day of the week strip. `spanMinutes` fills the width. */
export function paintGapStrip(
  surface: Surface,
  picture: Omit<CoveragePicture, 'axis' | 'preview' | 'lit'> & {
    readonly startMinute: number;
    readonly spanMinutes: number;
  },
): void {
  const { coverage, viewport, palette, startMinute, spanMinutes, agentCount } = picture;
  surface.fillStyle = palette.surface;
  surface.fillRect(0, 0, viewport.width, viewport.height);
  const step = Math.max(coverage.slotMinutes, 30);
  for (let minute = 0; minute < spanMinutes; minute += step) {
    const colour = gapColour(palette, Math.round(columnGap(coverage, startMinute + minute, step)), agentCount);
    if (!colour) continue;
    const x = Math.round((minute / spanMinutes) * viewport.width);
    const right = Math.round(((minute + step) / spanMinutes) * viewport.width);
    surface.fillStyle = colour.fill;
    surface.fillRect(x, 0, Math.max(1, right - x - (right - x > 3 ? 1 : 0)), viewport.height);
  }
}

const CHART_TOP = 14;
const CHART_BOTTOM = 2;

const scales = new WeakMap<Float64Array, number>();

/** Largest value to draw, with head room; never zero, so that an empty chart has a scale. Kept while the board scrolls. */
export function chartScale({ scheduled, toRoster }: Coverage): number {
  let scale = scales.get(scheduled);
  if (scale === undefined) {
    const largest = scheduled.reduce((most, value, slot) => Math.max(most, value, toRoster[slot]! || 0), 4);
    scale = largest * 1.08;
    scales.set(scheduled, scale);
  }
  return scale;
}

/** Round values for the chart's lines: three to five of them. */
export function chartLines(top: number): number[] {
  const raw = top / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= raw && Number.isInteger(s)) ?? Math.ceil(raw);
  return Array.from({ length: Math.floor(top / step) }, (_, i) => (i + 1) * step);
}

/** To roster as a black step line over scheduled in blue; shortage hatched, surplus tinted. */
export function paintCoverageChart(surface: Surface, picture: CoveragePicture): void {
  const { axis, coverage, viewport, palette } = picture;
  surface.fillStyle = palette.surface;
  surface.fillRect(0, 0, viewport.width, viewport.height);
  const top = chartScale(coverage);
  const yOf = (value: number) =>
    Math.round(viewport.height - CHART_BOTTOM - (value / top) * (viewport.height - CHART_TOP - CHART_BOTTOM));
  paintChartLines(surface, picture, { top, yOf });
  const first = Math.max(0, Math.floor(minuteAt(axis, viewport.left) / coverage.slotMinutes));
  const last = Math.min(
    coverage.count,
    Math.ceil(minuteAt(axis, viewport.left + viewport.width) / coverage.slotMinutes),
  );
  const range = { first, last, yOf };
  paintAreas(surface, picture, range);
  if (picture.preview) {
    surface.setLineDash([4, 3]);
    paintSteps(surface, picture, {
      ...range,
      colour: palette.scheduled,
      width: 1.5,
      valueOf: (slot) => scheduledIn(picture.preview!, slot),
    });
    surface.setLineDash([]);
  }
  paintSteps(surface, picture, {
    ...range,
    colour: palette.scheduled,
    width: 2,
    valueOf: (slot) => scheduledIn(coverage, slot),
  });
  paintSteps(surface, picture, {
    ...range,
    colour: palette.toRoster,
    width: 1.5,
    valueOf: (slot) => coverage.toRoster[slot]!,
  });
  if (picture.lit) paintLitSpan(surface, picture, picture.lit);
}

interface ChartRange {
  readonly first: number;
  readonly last: number;
  readonly yOf: (value: number) => number;
}

function paintChartLines(
  surface: Surface,
  { palette, viewport, axis }: CoveragePicture,
  { top, yOf }: { top: number; yOf: (value: number) => number },
): void {
  surface.fillStyle = palette.line;
  for (const tick of axisTicks(axis, minuteAt(axis, viewport.left), minuteAt(axis, viewport.left + viewport.width))) {
    surface.fillRect(tick.x - viewport.left, 0, 1, viewport.height);
  }
  surface.font = SEGMENT_FONT;
  surface.textBaseline = 'alphabetic';
  for (const value of chartLines(top)) {
    surface.fillStyle = palette.line;
    surface.fillRect(0, yOf(value), viewport.width, 1);
    surface.fillStyle = palette.textQuiet;
    surface.fillText(String(value), 4, yOf(value) - 3);
  }
}

function paintAreas(
  surface: Surface,
  { axis, coverage, viewport, palette }: CoveragePicture,
  { first, last, yOf }: ChartRange,
): void {
  for (let slot = first; slot < last; slot++) {
    const x = xOf(axis, slot * coverage.slotMinutes) - viewport.left;
    const width = xOf(axis, (slot + 1) * coverage.slotMinutes) - viewport.left - x;
    const [scheduled, short, over] = [scheduledIn(coverage, slot), coverage.short[slot]!, coverage.over[slot]!];
    surface.fillStyle = palette.scheduledFill;
    surface.fillRect(x, yOf(scheduled), width, yOf(0) - yOf(scheduled));
    // Those in their right place; over all queues some may be missing above it while others are too many.
    const served = scheduled - over;
    const bandUpTo = (top: number) => ({ x, y: yOf(top), width, height: Math.max(1, yOf(served) - yOf(top)) });
    if (over >= 0.5) {
      const { y, height } = bandUpTo(served + over);
      surface.fillStyle = palette.overScale[1]!.fill;
      surface.fillRect(x, y, width, height);
    }
    if (short < 0.5) continue;
    const band = bandUpTo(served + short);
    surface.fillStyle = palette.shortScale[0]!.fill;
    surface.fillRect(band.x, band.y, band.width, band.height);
    paintHatch(surface, band, palette.short);
  }
}

function paintSteps(
  surface: Surface,
  { axis, coverage, viewport }: CoveragePicture,
  line: ChartRange & { readonly colour: string; readonly width: number; readonly valueOf: (slot: number) => number },
): void {
  surface.strokeStyle = line.colour;
  surface.lineWidth = line.width;
  surface.beginPath();
  let open = false;
  for (let slot = line.first; slot < line.last; slot++) {
    const value = line.valueOf(slot);
    if (Number.isNaN(value)) {
      open = false;
      continue;
    }
    const x = xOf(axis, slot * coverage.slotMinutes) - viewport.left;
    if (open) surface.lineTo(x, line.yOf(value));
    else surface.moveTo(x, line.yOf(value));
    surface.lineTo(xOf(axis, (slot + 1) * coverage.slotMinutes) - viewport.left, line.yOf(value));
    open = true;
  }
  surface.stroke();
}

function paintLitSpan(
  surface: Surface,
  { axis, viewport, palette }: CoveragePicture,
  lit: { readonly start: number; readonly end: number },
): void {
  const x = xOf(axis, lit.start) - viewport.left;
  const right = xOf(axis, lit.end) - viewport.left;
  surface.strokeStyle = palette.accent;
  surface.lineWidth = 1;
  surface.strokeRect(x + 0.5, 0.5, right - x - 1, viewport.height - 1);
}
