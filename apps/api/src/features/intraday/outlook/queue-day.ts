import type { QueueService } from '@yotei/scheduling/exchanges';
import { queueServiceOf } from '@yotei/scheduling/exchanges';
import { rateCvOfBand, requirementOf } from '@yotei/scheduling/staffing';
import { intervalIndex, intervalStart, MINUTE_MILLIS, type Grid } from '@yotei/time';
import type { QueueRecord } from '../../demand/index.js';
import { canWait, loadAt, meanShrinkage } from '../../staffing/index.js';
import type { DayFacts } from './day-facts.repository.js';

/** A forecast of the whole day on the queue's own grid; NaN = closed or over. */
export interface DayForecast {
  readonly contacts: Float64Array;
  readonly p10: Float64Array;
  readonly p90: Float64Array;
}

export interface QueueDayInput {
  readonly queue: QueueRecord;
  readonly grid: Grid;
  /** The stored plan of the day: what was forecast, with edits, and what it asks for. */
  readonly planned: DayForecast & {
    readonly handleSeconds: Float64Array;
    readonly agentsToRoster: Float64Array;
    readonly serviceLevel: Float64Array;
    readonly shrinkage: Float64Array;
  };
  readonly facts: DayFacts;
  /** The rest of the day by what has come; null: nothing has, the plan stands. */
  readonly updated: (DayForecast & { readonly factor: number }) | null;
}

/** One queue's day: what was planned, what came, what is to be expected, and how many that asks for. */
export interface QueueDay extends QueueDayInput {
  /** Of the intervals still to come (and of those over: what came); NaN = closed. */
  readonly expected: DayForecast;
  /** How much longer than planned contacts take, from what was handled so far. */
  readonly handleFactor: number;
  readonly agentsToRoster: Float64Array;
}

/** Handled contacts that weigh as much as the plan in the handle time of the rest of the day. */
const HANDLE_PRIOR_CONTACTS = 100;
/** A day's handle time is not believed to leave these bounds of the plan: further off is a fault of the figures. */
const MOST_HANDLE_FACTOR = 2;

/** The plan with the rest of the day as it is seen now, staffed by the queue's own plan. */
export function queueDay(input: QueueDayInput): QueueDay {
  const { queue, grid, planned, facts, updated } = input;
  const handleFactor = handleFactorOf(planned, facts);
  const pick = (key: keyof DayForecast): Float64Array =>
    planned[key].map((value, i) => {
      if (i < facts.knownCount && !Number.isNaN(facts.offered[i]!)) return facts.offered[i]!;
      const later = updated?.[key][i];
      return later === undefined || Number.isNaN(later) ? value : later;
    });
  const expected = { contacts: pick('contacts'), p10: pick('p10'), p90: pick('p90') };
  const { agentsToRoster } = requirementOf(queue.plan, {
    grid,
    zone: queue.zone,
    contacts: expected.contacts,
    averageHandleSeconds: planned.handleSeconds.map((seconds) => seconds * handleFactor),
    rateCv: expected.contacts.map((mean, i) => rateCvOfBand(mean, { p10: expected.p10[i], p90: expected.p90[i] })),
  });
  return { ...input, expected, handleFactor, agentsToRoster };
}

/** Handle seconds so far over what the plan says of the same contacts, drawn to 1 while few were handled. */
function handleFactorOf(planned: QueueDayInput['planned'], facts: DayFacts): number {
  let [came, said, count] = [0, 0, 0];
  for (let i = 0; i < facts.knownCount; i++) {
    const handled = Number.isNaN(facts.answered[i]!) ? facts.offered[i]! : facts.answered[i]!;
    const [seconds, plan] = [facts.handleSeconds[i]!, planned.handleSeconds[i]!];
    if (!(handled > 0) || !(seconds > 0) || !(plan > 0)) continue;
    came += seconds;
    said += handled * plan;
    count += handled;
  }
  if (!(said > 0)) return 1;
  const factor = 1 + ((came / said - 1) * count) / (count + HANDLE_PRIOR_CONTACTS);
  return Math.min(MOST_HANDLE_FACTOR, Math.max(1 / MOST_HANDLE_FACTOR, factor));
}

/** Agents to roster on the slots of the coverage; a longer interval repeats, of several shorter the largest counts. */
export function onSlots(day: QueueDay, slots: Grid, values: Float64Array): Float64Array {
  const result = new Float64Array(slots.count).fill(Number.NaN);
  values.forEach((value, i) => {
    const startAt = intervalStart(day.grid, i);
    const endAt = startAt + day.grid.stepMinutes * MINUTE_MILLIS;
    for (
      let slot = Math.max(0, intervalIndex(slots, startAt));
      slot < slots.count && intervalStart(slots, slot) < endAt;
      slot++
    )
      if (Number.isNaN(result[slot]!) || value > result[slot]!) result[slot] = value;
  });
  return result;
}

/** Service level by agents present if as many contacts come as the forecast's mean, its P10 or its P90 says; null: has none. */
export function serviceOf(day: QueueDay, slots: Grid, of: keyof DayForecast): QueueService | null {
  const { queue, grid, planned, handleFactor } = day;
  const { modelId, goal } = queue.plan;
  // Where the goal is another than a service level, a share within the threshold nobody chose says nothing.
  if (canWait(queue) || goal.serviceLevelFraction === undefined) return null;
  const handleSeconds = planned.handleSeconds.map((seconds) => seconds * handleFactor);
  return queueServiceOf({
    queueId: queue.id,
    modelId,
    goal,
    shrinkageFraction: meanShrinkage(planned.shrinkage),
    loadAt: loadAt(queue, { grid, contacts: day.expected[of], handleSeconds }, slots),
    grid: slots,
  });
}
