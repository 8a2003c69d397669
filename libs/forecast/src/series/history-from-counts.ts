import {
  MINUTE_MILLIS,
  addDays,
  localDateOf,
  localDaysGrid,
  localMinuteOfDay,
  startOfLocalDay,
  weekdayOf,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';
import type { HistoryDay, QueueHistory } from '../queue-history.js';

/** Minutes of a day's only interval, when a history is in whole days. */
const DAY_MINUTES = 1440;
/** Past days of a weekday that say how many rows a whole day has. */
const USUAL_DAYS = 6;
/** Share of a weekday's usual rows a day must have to be counted as a whole one. */
const LEAST_SHARE = 0.95;

/** Counts of one queue as parallel columns, in order of time, no instant twice unless they are single contacts. */
export interface CountColumns {
  readonly count: number;
  readonly at: Float64Array;
  /** NaN = known to be missing. */
  readonly contacts: Float64Array;
  /** Total handle seconds of the row's handled contacts; NaN = unknown. */
  readonly handleSeconds: Float64Array;
}

export interface GatherOptions {
  readonly zone: ZoneId;
  /** Minutes of the intervals wanted; 1440 = whole local days, whatever their length. */
  readonly stepMinutes: number;
  /** Minutes of the rows' own intervals, or null for rows that are single contacts. */
  readonly rowMinutes: number | null;
  /** An interval without a row is zero, on a day with rows and inside the hours the weekday had up to that day. */
  readonly absentIsZero: boolean;
  /** Hours given instead of learned: what lies outside them is not used, and is not missed either. */
  readonly isOpen?: (weekday: number, minuteOfDay: number) => boolean;
}

export interface GatheredHistory {
  readonly history: QueueHistory;
  /** Rows not used because their interval, or their day, is not there as a whole. */
  readonly unusedRows: number;
}

/**
 * A queue's history from counts of intervals as short as or shorter than `stepMinutes`, or from single contacts.
 * Shorter intervals are summed, and a sum with a missing part is missing: half a count is not a count, so a lone 21:00-21:05
 * row makes no half hour. A whole day needs nearly the rows its weekday had before. Handle seconds are those of the
 * handled contacts, scaled to all contacts of the interval. A day's values depend on that day and earlier ones only.
 * In whole days the history stands in UTC, one interval a day, because local days differ in length.
 */
export function historyFromCounts(columns: CountColumns, options: GatherOptions): GatheredHistory {
  const gatherer = new DayGatherer(columns, options);
  for (let index = 0; index < columns.count;) index = gatherer.addDay(index);
  const isDaily = options.stepMinutes === DAY_MINUTES;
  const { zone, stepMinutes } = options;
  const history = { zone: isDaily ? 'UTC' : zone, stepMinutes, days: gatherer.days };
  return { history, unusedRows: gatherer.unusedRows };
}

/** Sums of one local day's intervals. */
interface DaySums {
  readonly contacts: Float64Array;
  readonly parts: Uint32Array;
  readonly missing: Uint8Array;
  readonly handleSeconds: Float64Array;
  readonly handled: Float64Array;
  rows: number;
}

class DayGatherer {
  readonly days: HistoryDay[] = [];
  unusedRows = 0;
  private readonly hasHandle: boolean;
  /** Rows of the last whole days by weekday, for histories in whole days. */
  private readonly usual: number[][] = Array.from({ length: 8 }, () => []);
  /** Earliest and latest interval's minute seen on a weekday so far. */
  private readonly first = new Float64Array(8).fill(Infinity);
  private readonly last = new Float64Array(8).fill(-Infinity);

  constructor(
    private readonly columns: CountColumns,
    private readonly options: GatherOptions,
  ) {
    this.hasHandle = columns.handleSeconds.subarray(0, columns.count).some((seconds) => !Number.isNaN(seconds));
  }

  /** Gathers the local day of the row at `from` and answers the first row of a later day. */
  addDay(from: number): number {
    const { zone } = this.options;
    const { at } = this.columns;
    const on = localDateOf(at[from]!, zone);
    const startAt = startOfLocalDay(on, zone);
    const endAt = startOfLocalDay(addDays(on, 1), zone);
    let until = from;
    while (until < this.columns.count && at[until]! < endAt) until++;
    this.close(on, this.sumsOf(on, { from, until, startAt }));
    return until;
  }

  private sumsOf(on: LocalDate, { from, until, startAt }: { from: number; until: number; startAt: number }): DaySums {
    const { zone, stepMinutes, isOpen } = this.options;
    const { at, contacts, handleSeconds } = this.columns;
    const count = stepMinutes === DAY_MINUTES ? 1 : localDaysGrid(on, 1, zone, stepMinutes).count;
    const sums = emptySums(count);
    const weekday = weekdayOf(on);
    for (let row = from; row < until; row++) {
      if (isOpen && !isOpen(weekday, localMinuteOfDay(at[row]!, zone))) continue;
      const index = count === 1 ? 0 : Math.floor((at[row]! - startAt) / (stepMinutes * MINUTE_MILLIS));
      sums.rows++;
      if (Number.isNaN(contacts[row]!)) {
        sums.missing[index] = 1;
        continue;
      }
      sums.contacts[index]! += contacts[row]!;
      sums.parts[index]! += 1;
      if (Number.isNaN(handleSeconds[row]!)) continue;
      sums.handleSeconds[index]! += handleSeconds[row]!;
      sums.handled[index]! += contacts[row]!;
    }
    return sums;
  }

  private close(on: LocalDate, sums: DaySums): void {
    const weekday = weekdayOf(on);
    const minutes = this.minutesOf(on, sums.contacts.length);
    this.widenHours(weekday, minutes, sums);
    const contacts = sums.contacts.map((sum, index) =>
      this.isWhole(weekday, minutes[index]!, { sums, index }) ? sum : Number.NaN,
    );
    contacts.forEach((value, index) => (this.unusedRows += Number.isNaN(value) ? sums.parts[index]! : 0));
    if (contacts.every(Number.isNaN)) return;
    if (!this.hasHandle) this.days.push({ on, contacts });
    else this.days.push({ on, contacts, handleSeconds: handleOf(contacts, sums) });
  }

  /** Wall-clock minute at which each interval of the day starts. */
  private minutesOf(on: LocalDate, count: number): Float64Array {
    const { zone, stepMinutes } = this.options;
    const startAt = startOfLocalDay(on, zone);
    return Float64Array.from({ length: count }, (_, index) =>
      localMinuteOfDay(startAt + index * stepMinutes * MINUTE_MILLIS, zone),
    );
  }

  private widenHours(weekday: number, minutes: Float64Array, { parts }: DaySums): void {
    minutes.forEach((minute, index) => {
      if (parts[index] === 0) return;
      this.first[weekday] = Math.min(this.first[weekday]!, minute);
      this.last[weekday] = Math.max(this.last[weekday]!, minute);
    });
  }

  private isWhole(weekday: number, minute: number, { sums, index }: { sums: DaySums; index: number }): boolean {
    const { stepMinutes, rowMinutes, absentIsZero, isOpen } = this.options;
    const parts = sums.parts[index]!;
    if (sums.missing[index] && stepMinutes !== DAY_MINUTES) return false;
    const wanted = isOpen && this.openParts(weekday, minute);
    if (absentIsZero || rowMinutes === null) {
      if (sums.rows === 0) return false;
      return wanted === undefined
        ? parts > 0 || (minute >= this.first[weekday]! && minute <= this.last[weekday]!)
        : wanted > 0;
    }
    if (parts === 0) return false;
    if (wanted !== undefined) return parts >= wanted * (stepMinutes === DAY_MINUTES ? LEAST_SHARE : 1);
    return stepMinutes === DAY_MINUTES ? this.isUsual(weekday, parts) : parts === stepMinutes / rowMinutes;
  }

  /** Rows the interval has when none is missing, by the hours given; single contacts count minutes. */
  private openParts(weekday: number, minute: number): number {
    const { stepMinutes, rowMinutes, isOpen } = this.options;
    const step = rowMinutes ?? 1;
    let open = 0;
    for (let at = minute; at < minute + stepMinutes; at += step) open += Number(isOpen!(weekday, at % DAY_MINUTES));
    return open;
  }

  private isUsual(weekday: number, rows: number): boolean {
    const before = this.usual[weekday]!;
    const sorted = [...before].sort((a, b) => a - b);
    before.push(rows);
    if (before.length > USUAL_DAYS) before.shift();
    return rows >= LEAST_SHARE * (sorted[sorted.length >> 1] ?? 0);
  }
}

function emptySums(count: number): DaySums {
  return {
    contacts: new Float64Array(count),
    parts: new Uint32Array(count),
    missing: new Uint8Array(count),
    handleSeconds: new Float64Array(count),
    handled: new Float64Array(count),
    rows: 0,
  };
}

/** Handle seconds as if every contact of the interval had been handled. An interval without contacts took none. */
function handleOf(contacts: Float64Array, { handleSeconds, handled }: DaySums): Float64Array {
  return contacts.map((count, index) => {
    if (handled[index]! > 0) return (handleSeconds[index]! / handled[index]!) * count;
    return count === 0 ? 0 : Number.NaN;
  });
}
