import {
  addDays,
  daysBetween,
  intervalStart,
  localDateOf,
  localDaysGrid,
  localMinuteOfDay,
  weekdayOf,
  weekStartOf,
  type Grid,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';

/** How the contacts of a week lie in it: shares that sum to 1 by ISO weekday and part of the day, and handle seconds. */
export interface TypicalWeek {
  readonly stepMinutes: number;
  /** By `(weekday - 1) × parts of a day + part`; NaN where nothing ever came: taken as closed. */
  readonly share: Float64Array;
  readonly handleSeconds: Float64Array;
}

export interface PastContacts {
  readonly grid: Grid;
  readonly zone: ZoneId;
  readonly contacts: ArrayLike<number>;
  readonly averageHandleSeconds: ArrayLike<number>;
}

const slotOf = (at: number, zone: ZoneId, stepMinutes: number): number =>
  ((weekdayOf(localDateOf(at, zone)) - 1) * 1440) / stepMinutes + Math.floor(localMinuteOfDay(at, zone) / stepMinutes);

/** The shape of a week in what came; null when nothing did. */
export function typicalWeekOf({ grid, zone, contacts, averageHandleSeconds }: PastContacts): TypicalWeek | null {
  const { stepMinutes } = grid;
  const count = new Float64Array((7 * 1440) / stepMinutes);
  const seconds = new Float64Array(count.length);
  let total = 0;
  for (let i = 0; i < grid.count; i += 1) {
    const came = contacts[i]!;
    if (!(came > 0)) continue;
    const slot = slotOf(intervalStart(grid, i), zone, stepMinutes);
    total += came;
    count[slot]! += came;
    seconds[slot]! += came * (averageHandleSeconds[i] || 0);
  }
  if (total === 0) return null;
  return {
    stepMinutes,
    share: count.map((came) => (came > 0 ? came / total : Number.NaN)),
    handleSeconds: seconds.map((sum, slot) => (sum > 0 ? sum / count[slot]! : Number.NaN)),
  };
}

export interface WeekTotal {
  readonly contacts: number;
  /** null: that of the typical week. */
  readonly handleSeconds: number | null;
  readonly rateCv: number;
}

/**
 * Totals of weeks from Monday shared out over local days as the typical week has them; days of a week without a total
 * are left out. Days are whole: a range that begins within a week takes its days' share of it.
 */
export function spreadOverDays(
  week: TypicalWeek,
  { fromOn, days, zone }: { readonly fromOn: LocalDate; readonly days: number; readonly zone: ZoneId },
  totalOf: (mondayOn: LocalDate) => WeekTotal | null,
) {
  const grid = localDaysGrid(fromOn, days, zone, week.stepMinutes);
  const empty = () => new Float64Array(grid.count).fill(Number.NaN);
  const series = { grid, zone, contacts: empty(), averageHandleSeconds: empty(), rateCv: empty() };
  const known = new Set<LocalDate>();
  const usual = usualHandleSeconds(week);
  for (let i = 0; i < grid.count; i += 1) {
    const at = intervalStart(grid, i);
    const on = localDateOf(at, zone);
    const total = totalOf(weekStartOf(on));
    if (!total) continue;
    known.add(on);
    const slot = slotOf(at, zone, week.stepMinutes);
    if (Number.isNaN(week.share[slot]!)) continue;
    series.contacts[i] = total.contacts * week.share[slot]!;
    series.averageHandleSeconds[i] = handleSecondsOf(week.handleSeconds[slot]!, usual, total);
    series.rateCv[i] = total.rateCv;
  }
  return { ...series, missing: missingDates({ fromOn, days }, known) };
}

/** Mean over the contacts of a typical week; 0 where it tells none. */
function usualHandleSeconds({ share, handleSeconds }: TypicalWeek): number {
  let usual = 0;
  for (let i = 0; i < share.length; i += 1) usual += share[i]! * handleSeconds[i]! || 0;
  return usual;
}

/** A week's mean handle time keeps the shape of the typical week: slow hours stay slow. */
function handleSecondsOf(own: number, usual: number, { handleSeconds: mean }: WeekTotal): number {
  if (mean === null) return own;
  return usual > 0 && !Number.isNaN(own) ? (own * mean) / usual : mean;
}

/** Local dates of a range that are not among the known ones. */
export function missingDates(
  { fromOn, days }: { readonly fromOn: LocalDate; readonly days: number },
  known: ReadonlySet<LocalDate>,
): LocalDate[] {
  return Array.from({ length: days }, (_, i) => addDays(fromOn, i)).filter((on) => !known.has(on));
}

/** Runs of dates that follow each other, half-open. */
export function runsOf(dates: readonly LocalDate[]): { fromOn: LocalDate; untilOn: LocalDate }[] {
  const runs: { fromOn: LocalDate; untilOn: LocalDate }[] = [];
  for (const on of dates) {
    const last = runs.at(-1);
    if (last && daysBetween(last.untilOn, on) === 0) last.untilOn = addDays(on, 1);
    else runs.push({ fromOn: on, untilOn: addDays(on, 1) });
  }
  return runs;
}
