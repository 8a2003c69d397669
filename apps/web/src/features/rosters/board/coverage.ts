import type { BoardDemand } from './board-demand.js';
import { CoverageCounter } from './coverage-counter.js';
import type { BoardMinute, BoardModel, BoardShift, BoardText } from './model.js';

/** Scheduled against to roster, slot by slot; agents, with fractions for part slots. */
export interface Staffing {
  /** NaN where nothing is open or no requirement exists. */
  readonly toRoster: Float64Array;
  readonly scheduled: Float64Array;
  /** Agents missing, and agents too many. Over all queues both may stand in one slot: skills do not replace each other. */
  readonly short: Float64Array;
  readonly over: Float64Array;
}

export interface QueueStaffing extends Staffing {
  readonly queueId: string;
  readonly skillId: string;
  readonly title: BoardText;
}

/** Staffing of all queues together over the horizon, and of each. */
export interface Coverage extends Staffing {
  readonly slotMinutes: number;
  readonly count: number;
  readonly hasDemand: boolean;
  /** False on a board just opened: nobody is counted yet, and there is no gap to show. */
  readonly isCounted: boolean;
  readonly queues: readonly QueueStaffing[];
  readonly counter: CoverageCounter;
}

/** Coverage before anybody is counted: what is to roster, at once. {@link recount} counts. */
export function openCoverage(model: BoardModel, demand: readonly BoardDemand[]): Coverage {
  const count = Math.ceil(model.lengthMinutes / model.slotMinutes);
  const nobody = () => new Float64Array(count);
  const queues = demand.map((queue) => ({
    queueId: queue.queueId,
    skillId: queue.skillId,
    title: queue.title,
    toRoster: onSlots(queue, count, model.slotMinutes),
    ...{ scheduled: nobody(), short: nobody(), over: nobody() },
  }));
  return {
    slotMinutes: model.slotMinutes,
    count,
    hasDemand: demand.length > 0,
    isCounted: false,
    queues,
    toRoster: sumOpen(queues, count),
    ...{ scheduled: nobody(), short: nobody(), over: nobody() },
    counter: new CoverageCounter(model, demand),
  };
}

/** Counts the model's contact work against the demand, queue by queue, agents shared over their skills at least cost. */
export function createCoverage(model: BoardModel, demand: readonly BoardDemand[]): Coverage {
  return recount(openCoverage(model, demand), model);
}

/** The same demand with the shifts of another model of the board; only slots that differ are counted. */
export function recount(coverage: Coverage, model: BoardModel): Coverage {
  const scheduled = coverage.counter.count(model);
  if (!coverage.hasDemand) return { ...coverage, isCounted: true, scheduled: scheduled[0]! };
  const queues = coverage.queues.map((queue, i) => ({ ...queue, ...staffingOf(queue.toRoster, scheduled[i]!) }));
  return { ...coverage, isCounted: true, queues, ...totalsOf(queues, coverage.count) };
}

/** Coverage with one queue's numbers in place of all queues'; all queues for an unknown or missing id. */
export function coverageOfQueue(coverage: Coverage, queueId: string | undefined): Coverage {
  const queue = queueId === undefined ? undefined : coverage.queues.find((one) => one.queueId === queueId);
  if (!queue) return coverage;
  const { toRoster, scheduled, short, over } = queue;
  return { ...coverage, toRoster, scheduled, short, over };
}

/** Queue that misses most agents in the slot; where none is short, the one asking for most. Undefined without demand. */
export function shortestQueue(coverage: Coverage, slot: number): QueueStaffing | undefined {
  const rank = (queue: QueueStaffing) =>
    queue.short[slot]! > 0 ? 1e6 + queue.short[slot]! : queue.toRoster[slot]! || 0;
  return coverage.queues.reduce<QueueStaffing | undefined>(
    (best, queue) => (best && rank(best) >= rank(queue) ? best : queue),
    undefined,
  );
}

function onSlots(queue: BoardDemand, count: number, slotMinutes: number): Float64Array {
  return new Float64Array(count).map(
    (_, slot) => queue.agentsToRoster[Math.floor((slot * slotMinutes - queue.start) / queue.stepMinutes)] ?? Number.NaN,
  );
}

/** Agents outside the opening hours are over, as on the publish card. */
function staffingOf(toRoster: Float64Array, scheduled: Float64Array): Staffing {
  const short = new Float64Array(toRoster.length);
  const over = new Float64Array(toRoster.length);
  for (let slot = 0; slot < toRoster.length; slot++) {
    const gap = scheduled[slot]! - (toRoster[slot]! || 0);
    if (gap < 0) short[slot] = -gap;
    else over[slot] = gap;
  }
  return { toRoster, scheduled, short, over };
}

function totalsOf(queues: readonly Staffing[], count: number): Omit<Staffing, 'toRoster'> {
  const total = { scheduled: new Float64Array(count), short: new Float64Array(count), over: new Float64Array(count) };
  for (const queue of queues) {
    for (let slot = 0; slot < count; slot++) {
      total.scheduled[slot]! += queue.scheduled[slot]!;
      total.short[slot]! += queue.short[slot]!;
      total.over[slot]! += queue.over[slot]!;
    }
  }
  return total;
}

function sumOpen(queues: readonly Staffing[], count: number): Float64Array {
  return new Float64Array(count).map((_, slot) => {
    const open = queues.map(({ toRoster }) => toRoster[slot]!).filter((value) => !Number.isNaN(value));
    return open.length === 0 ? Number.NaN : open.reduce((sum, value) => sum + value, 0);
  });
}

/** Agents on contact work in the slot, on average. */
export function scheduledIn(coverage: Coverage, slot: number): number {
  return coverage.scheduled[slot] ?? 0;
}

/** Minus the agents missing when any are, else the agents too many; NaN where nothing is asked or there. */
export function gapIn(coverage: Coverage, slot: number): number {
  if (!coverage.isCounted) return Number.NaN;
  const short = coverage.short[slot] ?? 0;
  const over = coverage.over[slot] ?? 0;
  if (short === 0 && over === 0 && Number.isNaN(coverage.toRoster[slot] ?? Number.NaN)) return Number.NaN;
  return short >= 0.5 || over === 0 ? 0 - short : over;
}

/** Gap of a wider column: its worst shortage, or where nothing is short its mean; NaN where nothing is asked or there throughout. */
export function columnGap(coverage: Coverage, fromMinute: BoardMinute, minutes: number): number {
  let worst = 0;
  let sum = 0;
  let open = 0;
  const first = Math.floor(fromMinute / coverage.slotMinutes);
  for (let slot = first; slot * coverage.slotMinutes < fromMinute + minutes; slot++) {
    const gap = gapIn(coverage, slot);
    // Nobody asked and nobody there is as good as closed.
    if (Number.isNaN(gap) || (coverage.toRoster[slot] === 0 && coverage.scheduled[slot] === 0)) continue;
    open++;
    sum += gap;
    worst = Math.min(worst, gap);
  }
  if (open === 0) return Number.NaN;
  return worst <= -0.5 ? worst : sum / open;
}

export interface GapTotals {
  readonly shortHours: number;
  readonly overHours: number;
}

/** Agent-hours short and over between two board minutes. */
export function gapTotals(coverage: Coverage, fromMinute: BoardMinute, untilMinute: BoardMinute): GapTotals {
  let short = 0;
  let over = 0;
  const first = Math.max(0, Math.floor(fromMinute / coverage.slotMinutes));
  const last = Math.min(coverage.count, Math.ceil(untilMinute / coverage.slotMinutes));
  for (let slot = first; slot < last; slot++) {
    short += coverage.short[slot]!;
    over += coverage.over[slot]!;
  }
  const hours = coverage.slotMinutes / 60;
  return { shortHours: short * hours, overHours: over * hours };
}

/** The slot with the largest shortage among those touched by the shifts, or the largest drop; null without demand. */
export function worstSlot(
  before: Coverage,
  after: Coverage,
  shifts: readonly BoardShift[],
): { slot: number; before: number; after: number } | null {
  let found: { slot: number; before: number; after: number } | null = null;
  for (const shift of shifts) {
    const first = Math.max(0, Math.floor(shift.start / before.slotMinutes));
    const last = Math.min(before.count, Math.ceil((shift.start + shift.length) / before.slotMinutes));
    for (let slot = first; slot < last; slot++) {
      const was = gapIn(before, slot);
      const now = gapIn(after, slot);
      if (Number.isNaN(was) || Number.isNaN(now) || Math.abs(was - now) < 0.01) continue;
      if (!found || Math.min(was, now) < Math.min(found.before, found.after)) found = { slot, before: was, after: now };
    }
  }
  return found;
}
