import {
  addDays,
  intervalStart,
  localDaysGrid,
  startOfLocalDay,
  type Instant,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';

const DAY_MINUTES = 1440;

/** Where an interval of a day begins; whole days are as long as the clocks of the zone make them. */
export function startsOf(on: LocalDate, zone: ZoneId, stepMinutes: number): (index: number) => Instant {
  if (stepMinutes === DAY_MINUTES) return (index) => startOfLocalDay(addDays(on, index), zone);
  const grid = localDaysGrid(on, 1, zone, stepMinutes);
  return (index) => intervalStart(grid, index);
}
