import type { ChartRange } from '../../../ui/plot-parts.js';

const HOUR = 3_600_000;
/** Closer than this nothing more is to be seen. */
const SHORTEST = 2 * HOUR;

/** The window moved inside the bounds with its length kept, or the bounds where it is longer. */
export function within(window: ChartRange, bounds: ChartRange): ChartRange {
  const length = window.untilAt - window.fromAt;
  if (length >= bounds.untilAt - bounds.fromAt) return bounds;
  const fromAt = Math.min(Math.max(window.fromAt, bounds.fromAt), bounds.untilAt - length);
  return { fromAt, untilAt: fromAt + length };
}

/** Zooms about an instant, which stays where it is on the screen; a factor above 1 shows more time. */
export function zoomed(
  window: ChartRange,
  { at, factor, bounds }: { readonly at: number; readonly factor: number; readonly bounds: ChartRange },
): ChartRange {
  const length = window.untilAt - window.fromAt;
  const next = Math.min(Math.max(length * factor, SHORTEST), bounds.untilAt - bounds.fromAt);
  const fromAt = at - ((at - window.fromAt) / length) * next;
  return within({ fromAt, untilAt: fromAt + next }, bounds);
}

export function panned(window: ChartRange, millis: number, bounds: ChartRange): ChartRange {
  return within({ fromAt: window.fromAt + millis, untilAt: window.untilAt + millis }, bounds);
}

/** The window moved just far enough to show an instant. */
export function showing(window: ChartRange, at: number, bounds: ChartRange): ChartRange {
  if (at < window.fromAt) return panned(window, at - window.fromAt, bounds);
  if (at >= window.untilAt) return panned(window, at - window.untilAt + HOUR, bounds);
  return window;
}
