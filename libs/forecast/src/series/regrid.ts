import { DAY_MILLIS, MINUTE_MILLIS, intervalStart, offsetMinutes, type Series, type ZoneId } from '@yotei/time';

/**
 * The series summed to longer intervals that start on the wall clock's multiples of `stepMinutes` in the zone.
 * A longer interval is missing (NaN) when any of its parts is missing: half a count is not a count, so a lone
 * 21:00-21:05 row makes no half hour. Refuses a step that is not a multiple of the series' own or does not divide a day.
 */
export function regrid(series: Series, stepMinutes: number, zone: ZoneId): Series {
  const { grid, values } = series;
  const parts = stepMinutes / grid.stepMinutes;
  if (!Number.isInteger(parts) || 1440 % stepMinutes !== 0) {
    throw new RangeError(
      `stepMinutes (${stepMinutes}) must be a multiple of ${grid.stepMinutes} and divide 1440; use 15 or 30`,
    );
  }
  if (parts === 1) return series;
  refuseSplitClockChange(series, stepMinutes, zone);
  const stepMillis = stepMinutes * MINUTE_MILLIS;
  const local = grid.startAt + offsetMinutes(grid.startAt, zone) * MINUTE_MILLIS;
  const startAt = grid.startAt - ((local % DAY_MILLIS) % stepMillis);
  const count = Math.ceil((intervalStart(grid, grid.count) - startAt) / stepMillis);
  const shift = (grid.startAt - startAt) / (grid.stepMinutes * MINUTE_MILLIS);
  if (!Number.isInteger(shift))
    throw new RangeError(
      `series start must lie on a multiple of ${grid.stepMinutes} minutes in ${zone}; align it first`,
    );
  const sums = new Float64Array(count);
  const seen = new Uint16Array(count);
  values.forEach((value, index) => {
    const target = Math.floor((index + shift) / parts);
    sums[target]! += value;
    seen[target]! += 1;
  });
  return {
    grid: { startAt, stepMinutes, count },
    values: sums.map((sum, index) => (seen[index] === parts ? sum : Number.NaN)),
  };
}

/** Where a clock moves by less than a step, as on Lord Howe by half an hour, hours cannot lie on the wall clock on both sides. */
function refuseSplitClockChange({ grid }: Series, stepMinutes: number, zone: ZoneId): void {
  const first = offsetMinutes(grid.startAt, zone);
  for (let at = grid.startAt; at < intervalStart(grid, grid.count); at += DAY_MILLIS) {
    const change = offsetMinutes(at, zone) - first;
    if (change % stepMinutes !== 0)
      throw new RangeError(
        `stepMinutes (${stepMinutes}) must divide the clock change of ${Math.abs(change)} minutes in ${zone}; use 15 or 30`,
      );
  }
}
