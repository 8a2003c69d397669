import { intervalStart, type Instant } from '@yotei/time';
import type { DemandSeries } from './fact-series.js';

/** A planner's change to a forecast, kept as a layer so that it can be undone and survives a new forecast. */
export interface DemandEdit {
  readonly measure: 'contacts' | 'handle_seconds';
  readonly operation: 'set' | 'add' | 'percent';
  /** `set` and `add`: contacts per interval, or seconds per contact. `percent`: 10 makes a tenth more. */
  readonly value: number;
  readonly startAt: Instant;
  readonly endAt: Instant;
}

function edited(value: number, edit: DemandEdit): number {
  if (edit.operation === 'set') return edit.value;
  return Math.max(0, edit.operation === 'add' ? value + edit.value : value * (1 + edit.value / 100));
}

/**
 * The forecast with the edits applied in the order given. An edit touches the intervals that start inside it; closed
 * intervals (NaN) stay closed, because an edit says how many come, not when the centre is open.
 */
export function applyEdits(base: DemandSeries, edits: readonly DemandEdit[]): DemandSeries {
  const contacts = base.contacts.slice();
  const averageHandleSeconds = base.averageHandleSeconds.slice();
  for (const edit of edits) {
    const target = edit.measure === 'contacts' ? contacts : averageHandleSeconds;
    for (let i = 0; i < target.length; i += 1) {
      const at = intervalStart(base.grid, i);
      if (at >= edit.startAt && at < edit.endAt && !Number.isNaN(contacts[i]!) && !Number.isNaN(target[i]!))
        target[i] = edited(target[i]!, edit);
    }
  }
  return { grid: base.grid, contacts, averageHandleSeconds };
}
