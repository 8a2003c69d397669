import { isLocalDate, type Grid, type ZoneId } from '@yotei/time';
import { gridCalendar } from '../staffing/index.js';
import type { ChangeFault } from './change-kind.js';
import type { WhenScope } from './scenario-change.js';
import { changeFault } from './change-faults.js';

const DAY_MINUTES = 1440;

/** Whether the scope names anything: else it is always. */
export const isAlways = ({ fromOn, untilOn, weekdays, fromMinute, untilMinute }: WhenScope): boolean =>
  fromOn === undefined &&
  untilOn === undefined &&
  weekdays === undefined &&
  fromMinute === undefined &&
  untilMinute === undefined;

/** 1 for each interval that starts within the scope, by the wall clock of the zone. */
export function whenMask(scope: WhenScope, { grid, zone }: { readonly grid: Grid; readonly zone: ZoneId }): Uint8Array {
  const { days, dayOf, weekday, minuteOfDay } = gridCalendar(grid, zone);
  const { fromOn, untilOn, weekdays, fromMinute = 0, untilMinute = DAY_MINUTES } = scope;
  const dayFits = days.map(
    ({ fromOn: on }) => (fromOn === undefined || on >= fromOn) && (untilOn === undefined || on < untilOn),
  );
  return Uint8Array.from({ length: grid.count }, (_, index) =>
    Number(
      dayFits[dayOf[index]!]! &&
        (!weekdays || weekdays.includes(weekday[index]!)) &&
        fromMinute <= minuteOfDay[index]! &&
        minuteOfDay[index]! < untilMinute,
    ),
  );
}

/** What is wrong with the scope; a scope that no interval of the grid fits is a mistake too. */
export function whenFaults(
  scope: WhenScope,
  base: { readonly grid: Grid; readonly zone: ZoneId },
): readonly ChangeFault[] {
  const { fromOn, untilOn, weekdays, fromMinute = 0, untilMinute = DAY_MINUTES } = scope;
  const faults: ChangeFault[] = [];
  for (const [path, on] of [
    ['fromOn', fromOn],
    ['untilOn', untilOn],
  ] as const)
    if (on !== undefined && !isLocalDate(on))
      faults.push(
        changeFault(
          path,
          `The date (${on}) must be written as 2026-11-23`,
          `日付(${on})は2026-11-23の形で入力してください`,
        ),
      );
  if (weekdays && (weekdays.length === 0 || !weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)))
    faults.push(
      changeFault(
        'weekdays',
        'Weekdays must be 1 (Monday) to 7, at least one',
        '曜日は1(月)～7から1つ以上選んでください',
      ),
    );
  if (!(fromMinute >= 0 && untilMinute <= DAY_MINUTES && fromMinute < untilMinute))
    faults.push(
      changeFault(
        'untilMinute',
        'The time must end after it starts, within one day',
        '終了は開始より後の同じ日の時刻にしてください',
      ),
    );
  if (faults.length === 0 && !isAlways(scope) && !whenMask(scope, base).includes(1))
    faults.push(
      changeFault(
        'fromOn',
        'No interval of the period lies within these dates and times',
        '対象期間にこの日時は含まれていません',
      ),
    );
  return faults;
}
