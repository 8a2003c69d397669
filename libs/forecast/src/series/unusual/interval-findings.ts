import type { ExpectedDay } from './expected-contacts.js';
import { countResidual } from './expected-contacts.js';
import { equalNeighbours, stuckRuns } from './stuck-values.js';
import type { HistoryAction, UnusualKind, UnusualReason } from './history-proposal.js';

/** Something odd in slots `[fromSlot, untilSlot)` of one day, or over whole days. */
export interface Finding {
  readonly kind: UnusualKind;
  readonly fromDay: number;
  readonly fromSlot: number;
  readonly untilDay: number;
  /** Exclusive, on `untilDay`. */
  readonly untilSlot: number;
  readonly expected: number;
  readonly actual: number;
  readonly score: number;
  readonly reason: UnusualReason;
  readonly suggested: HistoryAction;
}

/** Distance at which a run of intervals is called odd: one in a hundred million for a normal residual. */
const ODD = 6;
/** A run is silent below this share of what was expected. */
const SILENT_SHARE = 0.15;
/** Runs this close are one when what came between them is less than this share of the expected. */
const MOST_SLOTS_BETWEEN = 2;
const STRAY_SHARE = 0.5;
/** An interval this many times the expected belongs to a spike, and this many times to a value nobody can have counted. */
const SPIKE_RATIO = 2;
const HUGE_RATIO = 10;
/** A silent or missing stretch at one end of a day below this share of it is left alone. */
const LEAST_END_SHARE = 0.05;

interface DayScan {
  readonly day: ExpectedDay;
  readonly scale: number;
  /** Expected contacts by slot at the day's own level. */
  readonly expected: Float64Array;
  readonly dayExpected: number;
  /** Largest count of an interval seen on ordinary days, for the one huge value. */
  readonly largest: number;
}

/** Outages, partly recorded days, spikes, huge and stuck values and missing stretches inside days that have any value. */
export function intervalFindings(days: readonly ExpectedDay[], scale: number): Finding[] {
  const largest = largestOrdinary(days);
  const equal = equalNeighbours(days.map(({ values }) => values));
  return days.flatMap((day) => {
    if (!day.present || !day.open.includes(1)) return [];
    const expected = day.usual.map((value) => value * day.level);
    const dayExpected = expected.reduce((sum, value) => sum + value, 0);
    if (dayExpected <= 0) return [];
    const scan = { day, scale, expected, dayExpected, largest };
    const quiet = silentRuns(scan);
    const absent = absentRuns(scan);
    const high = highRuns(scan);
    const stuck = stuckRuns({ values: day.values, expected, equal }).map(({ from, until, value, score }) =>
      finding(scan, { from, until }, 'stuck-value', {
        score,
        reason: { kind: 'same-value-repeated', value, repeats: until - from },
        suggested: 'leave-out',
      }),
    );
    return [...quiet, ...absent, ...high, ...stuck];
  });
}

interface Run {
  readonly from: number;
  readonly until: number;
}

function finding(
  { day, expected }: DayScan,
  { from, until }: Run,
  kind: UnusualKind,
  rest: Pick<Finding, 'score' | 'reason' | 'suggested'>,
): Finding {
  return {
    kind,
    fromDay: day.day,
    fromSlot: from,
    untilDay: day.day,
    untilSlot: until,
    expected: sumOf(expected, from, until),
    actual: sumOf(day.values, from, until),
    ...rest,
  };
}

/** Runs of next to nothing while open; trimmed to slots in which something was to be expected. */
function silentRuns(scan: DayScan): Finding[] {
  const { day, expected, scale } = scan;
  const silent = (slot: number) => {
    const value = day.values[slot]!;
    return day.open[slot] === 1 && value <= Math.max(SILENT_SHARE * expected[slot]!, expected[slot]! < 1 ? 0 : -1);
  };
  return joined(scan, runsWhere(expected.length, silent)).flatMap((run) => {
    const trimmed = trim(run, (slot) => expected[slot]! >= 1);
    const sum = sumOf(expected, trimmed.from, trimmed.until);
    const actual = sumOf(day.values, trimmed.from, trimmed.until);
    const score = countResidual(actual, sum) / scale;
    return score > -ODD || actual > SILENT_SHARE * sum ? [] : [silentFinding(scan, trimmed, score)];
  });
}

/** Silent runs a few contacts apart are one: a stray call in a dead hour does not end the outage. */
function joined({ day, expected }: DayScan, runs: readonly Run[]): Run[] {
  const found: Run[] = [];
  for (const run of runs) {
    const before = found.at(-1);
    const both = before && { from: before.from, until: run.until };
    if (
      both &&
      run.from - before.until <= MOST_SLOTS_BETWEEN &&
      sumOf(day.values, before.until, run.from) <= STRAY_SHARE * sumOf(expected, before.until, run.from) &&
      sumOf(day.values, both.from, both.until) <= SILENT_SHARE * sumOf(expected, both.from, both.until)
    )
      found[found.length - 1] = both;
    else found.push(run);
  }
  return found;
}

function silentFinding(scan: DayScan, run: Run, score: number): Finding {
  const { day } = scan;
  const end = endOf(scan, run);
  const restRatio = ratioOutside(scan, run);
  const zeros = day.values.subarray(run.from, run.until).every((value) => value === 0);
  // A feed that starts late or stops early writes nothing; contacts that trickle on are a line that hardly works.
  if (end && zeros)
    return finding(scan, run, 'partly-recorded', {
      score,
      reason: { kind: 'one-end-empty', end, intervals: run.until - run.from, absent: false, restRatio },
      suggested: 'leave-out',
    });
  return finding(scan, run, 'outage', {
    score,
    reason: { kind: 'silent', intervals: run.until - run.from, restRatio },
    suggested: 'replace',
  });
}

/** Stretches without any value inside the hours of a day that has values. */
function absentRuns(scan: DayScan): Finding[] {
  const { day, expected, scale, dayExpected } = scan;
  const absent = (slot: number) => day.open[slot] === 1 && Number.isNaN(day.values[slot]!);
  return runsWhere(expected.length, absent).flatMap((run) => {
    const sum = sumOf(expected, run.from, run.until);
    const score = countResidual(0, sum) / scale;
    if (sum < LEAST_END_SHARE * dayExpected || score > -ODD) return [];
    const end = endOf(scan, run);
    const intervals = run.until - run.from;
    return end
      ? finding(scan, run, 'partly-recorded', {
          score,
          reason: { kind: 'one-end-empty', end, intervals, absent: true, restRatio: ratioOutside(scan, run) },
          suggested: 'replace',
        })
      : finding(scan, run, 'missing-span', {
          score,
          reason: { kind: 'nothing-recorded', openDays: 0, intervals },
          suggested: 'replace',
        });
  });
}

/** Runs well above what was expected, judged against the day's own level so that a busy day is not a row of spikes. */
function highRuns(scan: DayScan): Finding[] {
  const { day, expected, scale, largest } = scan;
  const high = (slot: number) =>
    day.values[slot]! >= SPIKE_RATIO * expected[slot]! &&
    countResidual(day.values[slot]!, expected[slot]!) > ODD * scale;
  return runsWhere(expected.length, high).map((run) => {
    const actual = sumOf(day.values, run.from, run.until);
    const sum = Math.max(1, sumOf(expected, run.from, run.until));
    const intervals = run.until - run.from;
    const huge = intervals <= 2 && actual > HUGE_RATIO * sum && actual > 5 * largest;
    return finding(scan, run, huge ? 'huge-value' : 'spike', {
      score: countResidual(actual, sum) / scale,
      reason: { kind: 'many-times-usual', intervals, ratio: actual / sum },
      suggested: huge ? 'replace' : 'event',
    });
  });
}

/** Which end of the open hours a run touches, if one and not both. */
function endOf({ day, expected }: DayScan, { from, until }: Run): 'start' | 'finish' | null {
  const worth = (slot: number) => day.open[slot] === 1 && expected[slot]! >= 1;
  let before = 0;
  let after = 0;
  for (let slot = 0; slot < from; slot++) before += Number(worth(slot));
  for (let slot = until; slot < expected.length; slot++) after += Number(worth(slot));
  if (before === 0 && after === 0) return null;
  return before === 0 ? 'start' : after === 0 ? 'finish' : null;
}

/** What the rest of the day ran at, against its usual; 1 where there is no rest. */
function ratioOutside({ day }: DayScan, { from, until }: Run): number {
  let actual = 0;
  let usual = 0;
  day.usual.forEach((expected, slot) => {
    if ((slot >= from && slot < until) || Number.isNaN(day.values[slot]!)) return;
    actual += day.values[slot]!;
    usual += expected;
  });
  return usual > 0 ? actual / usual : 1;
}

/** Largest count among ordinary intervals: the thousandth from above, so that a few wild ones do not set the mark. */
function largestOrdinary(days: readonly ExpectedDay[]): number {
  const values = new Float64Array(days.reduce((sum, day) => sum + day.values.length, 0));
  let count = 0;
  for (const day of days) for (const value of day.values) if (value > 0) values[count++] = value;
  const sorted = values.subarray(0, count).sort();
  return sorted[count - 1 - Math.ceil(count / 1000)] ?? 0;
}

function runsWhere(length: number, holds: (slot: number) => boolean): Run[] {
  const runs: Run[] = [];
  let from = -1;
  for (let slot = 0; slot <= length; slot++) {
    const inside = slot < length && holds(slot);
    if (inside && from < 0) from = slot;
    if (!inside && from >= 0) {
      runs.push({ from, until: slot });
      from = -1;
    }
  }
  return runs;
}

function trim({ from, until }: Run, worth: (slot: number) => boolean): Run {
  let first = from;
  let last = until;
  while (first < last && !worth(first)) first++;
  while (last > first && !worth(last - 1)) last--;
  return { from: first, until: last };
}

function sumOf(values: Float64Array, from: number, until: number): number {
  let sum = 0;
  for (let slot = from; slot < until; slot++) sum += Number.isNaN(values[slot]!) ? 0 : values[slot]!;
  return sum;
}
