import type { Shift } from '@yotei/scheduling/roster';
import type { PersonView, WorkLoad } from '@yotei/scheduling/wellbeing';
import { addDays, DAY_MILLIS, localDaysGrid, startOfLocalDay } from '@yotei/time';
import { activityTypes, MONDAY, shiftOf, TOKYO } from './roster-builder.js';

/** A week of one person from shift texts; the four weeks before are known. */
export function personView(texts: readonly string[], changes: Partial<PersonView> = {}): PersonView {
  const zone = changes.zone ?? TOKYO;
  const startAt = startOfLocalDay(MONDAY, zone);
  const shifts: Shift[] = texts.map((text) => shiftOf(text, { zone }));
  return {
    agentId: 'amy',
    zone,
    period: { startAt, endAt: startOfLocalDay(addDays(MONDAY, 7), zone) },
    shifts: shifts.sort((a, b) => a.startAt - b.startAt),
    historyFromAt: startAt - 28 * DAY_MILLIS,
    activityTypes: new Map(activityTypes.map((type) => [type.id, type])),
    ...changes,
  };
}

/** The same load in every quarter of an hour of the week, or one told by local hour. */
export function steadyLoad(
  of: (hour: number) => { occupancy: number; handleSeconds?: number; hardShare?: number },
  zone = TOKYO,
): WorkLoad {
  const grid = localDaysGrid(MONDAY, 7, zone, 15);
  const at = Array.from({ length: grid.count }, (_, slot) => of(Math.floor(slot / 4) % 24));
  return {
    grid,
    occupancy: Float64Array.from(at, ({ occupancy }) => occupancy),
    handleSeconds: Float64Array.from(at, ({ handleSeconds }) => handleSeconds ?? 300),
    hardShare: Float64Array.from(at, ({ hardShare }) => hardShare ?? NaN),
  };
}
