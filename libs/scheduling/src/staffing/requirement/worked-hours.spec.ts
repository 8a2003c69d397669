import { localDaysGrid } from '@yotei/time';
import type { StaffingPlan } from '../plan/staffing-plan.js';
import type { StaffingForecast } from '../staffing-forecast.js';
import { requirementOf } from './requirement.js';
import { inWorkedHours } from './worked-hours.js';

const BERLIN = 'Europe/Berlin';
const mail: StaffingPlan = {
  modelId: 'deferred',
  goal: { answerWithinHours: 8 },
  workedHours: [{ weekdays: [1, 2, 3, 4, 5], fromMinute: 540, untilMinute: 1020 }],
};

function evenForecast(from: string, days: number): StaffingForecast {
  const grid = localDaysGrid(from, days, BERLIN, 60);
  const each = (value: number): Float64Array => new Float64Array(grid.count).fill(value);
  return { grid, zone: BERLIN, contacts: each(6), averageHandleSeconds: each(600) };
}

const hoursWith = (values: ArrayLike<number | boolean>): number[] =>
  Array.from(values, (value, index) => (value ? index : -1)).filter((index) => index >= 0);

describe('worked hours', () => {
  it('are staffed and no others, and mail of the night and the weekend waits for them', () => {
    // Monday 2 November 2026 and six days more, an hour an interval.
    const requirement = requirementOf(mail, evenForecast('2026-11-02', 7));
    const staffed = hoursWith(requirement.requiredAgents.map((agents) => (agents > 0 ? 1 : 0)));
    const open = [0, 1, 2, 3, 4].flatMap((day) => [9, 10, 11, 12, 13, 14, 15, 16].map((hour) => day * 24 + hour));
    expect(staffed.every((index) => open.includes(index))).toBe(true);
    // 6 mails × 600 s an hour are one agent around the clock: 168 agent-hours, done in the 40 open hours or carried on.
    const done = requirement.loadErlangs.reduce((sum, load) => sum + (Number.isNaN(load) ? 0 : load), 0);
    expect(done).toBeCloseTo(168, 6);
    expect(requirement.deferred!.backlogContacts[8]).toBeGreaterThan(6 * 8);
  });

  it('keep their wall-clock hours on the day the clock goes forward', () => {
    // Sunday 29 March 2026 has 23 hours: 09:00 is the ninth interval after midnight, index 8.
    const forecast = inWorkedHours(
      { ...mail, workedHours: [{ fromMinute: 540, untilMinute: 660 }] },
      evenForecast('2026-03-29', 1),
    );
    expect(hoursWith(forecast.openMask!)).toEqual([8, 9]);
  });

  it('narrow the hours of the forecast and never widen them', () => {
    const forecast = evenForecast('2026-11-02', 1);
    const openMask = new Array<boolean>(24).fill(false).fill(true, 16, 20);
    expect(hoursWith(inWorkedHours(mail, { ...forecast, openMask }).openMask!)).toEqual([16]);
  });

  it('leave a forecast alone when none are given', () => {
    const forecast = evenForecast('2026-11-02', 1);
    expect(inWorkedHours({ ...mail, workedHours: [] }, forecast)).toBe(forecast);
  });

  it('refuse a part of the day that ends before it starts', () => {
    const plan = { ...mail, workedHours: [{ fromMinute: 600, untilMinute: 540 }] };
    expect(() => inWorkedHours(plan, evenForecast('2026-11-02', 1))).toThrow(/fromMinute \(600\) must be below/);
  });
});
