import type { Grid } from '@yotei/time';
import type { FactColumns } from './interval-facts.repository.js';

/** Contacts and mean handle seconds over a grid; NaN = no fact, which is not zero. */
export interface DemandSeries {
  readonly grid: Grid;
  readonly contacts: Float64Array;
  readonly averageHandleSeconds: Float64Array;
}

/**
 * Facts summed into the grid's intervals. The mean handle time is total handle seconds over answered contacts (over
 * offered where the source does not tell how many were answered); NaN where nothing was handled.
 */
export function seriesOfFacts(facts: FactColumns, grid: Grid): DemandSeries {
  const contacts = new Float64Array(grid.count).fill(Number.NaN);
  const handled = new Float64Array(grid.count);
  const handleSeconds = new Float64Array(grid.count);
  facts.minutes.forEach((minute, i) => {
    const index = Math.floor(minute / grid.stepMinutes);
    if (index < 0 || index >= grid.count) return;
    const offered = facts.offered[i]!;
    contacts[index] = (Number.isNaN(contacts[index]!) ? 0 : contacts[index]!) + offered;
    const seconds = facts.handleSeconds[i] ?? null;
    if (seconds === null) return;
    handled[index]! += facts.answered[i] ?? offered;
    handleSeconds[index]! += seconds;
  });
  const averageHandleSeconds = handleSeconds.map((seconds, i) =>
    handled[i]! > 0 ? seconds / handled[i]! : Number.NaN,
  );
  return { grid, contacts, averageHandleSeconds };
}

/** Values for GraphQL and JSON, where a missing value is null. Rounded to `digits`, so that answers stay small. */
export function nullable(values: ArrayLike<number>, digits = 3): (number | null)[] {
  const scale = 10 ** digits;
  return Array.from(values, (value) => (Number.isFinite(value) ? Math.round(value * scale) / scale : null));
}
