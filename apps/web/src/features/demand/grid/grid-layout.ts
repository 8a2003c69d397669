import { intervalStart, localDateOf, localMinuteOfDay, type Grid } from '@yotei/time';

export interface GridRow {
  /** Minutes since local midnight. */
  readonly minute: number;
  /** 1 in the hour that comes a second time when clocks go back. */
  readonly fold: number;
}

export interface GridLayout {
  readonly days: readonly string[];
  readonly rows: readonly GridRow[];
  /** Index of an interval on the grid; -1 where a day has no such time (clocks went forward). */
  readonly indexOf: (row: number, day: number) => number;
}

/**
 * Days side by side, times of day down; times at which no day is open are left out. The doubled hour of an autumn day
 * has rows of its own, the missing one of a spring day has no cells.
 */
export function gridLayout(grid: Grid, isOpen: (index: number) => boolean, zone: string): GridLayout {
  const days: string[] = [];
  const cells = new Map<string, number>();
  const rows = new Map<number, GridRow>();
  const seen = new Map<string, number>();
  for (let index = 0; index < grid.count; index += 1) {
    const at = intervalStart(grid, index);
    const on = localDateOf(at, zone);
    if (days.at(-1) !== on) days.push(on);
    const minute = localMinuteOfDay(at, zone);
    const fold = seen.get(`${on} ${minute}`) ?? 0;
    seen.set(`${on} ${minute}`, fold + 1);
    const key = minute * 2 + fold;
    cells.set(`${key} ${days.length - 1}`, index);
    if (isOpen(index)) rows.set(key, { minute, fold });
  }
  const keys = [...rows.keys()].sort((a, b) => a - b);
  return {
    days,
    rows: keys.map((key) => rows.get(key)!),
    indexOf: (row, day) => cells.get(`${keys[row]} ${day}`) ?? -1,
  };
}
