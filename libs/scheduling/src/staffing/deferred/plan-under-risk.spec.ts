import { RandomDraws } from '../../../../../tests/kit/random-draws.js';
import { requirementOf, type RequirementSeries, type StaffedFor, type StaffingForecast } from '../index.js';

/** Monday to Friday in hours, open 8 to 18 h: 40 mails of 10 minutes in each open hour. */
const HOURS = 5 * 24;
const isOpen = (at: number): boolean => at % 24 >= 8 && at % 24 < 18;
const each = <T>(value: (at: number) => T): T[] => Array.from({ length: HOURS }, (_, at) => value(at));
const RATE_CV = 0.15;
const forecast: StaffingForecast = {
  grid: { startAt: Date.UTC(2026, 10, 2), stepMinutes: 60, count: HOURS },
  zone: 'UTC',
  contacts: each((at) => (isOpen(at) ? 40 : 0)),
  averageHandleSeconds: each(() => 600),
  openMask: each(isOpen),
  rateCv: RATE_CV,
};
const KEPT = 0.9;

function staffed(
  staffedFor: StaffedFor | undefined,
  more: Partial<StaffingForecast> = {},
  kept = KEPT,
): RequirementSeries {
  const goal = { answerWithinHours: 2, answeredWithinHoursFraction: kept };
  return requirementOf({ modelId: 'deferred', goal, staffedFor }, { ...forecast, ...more });
}
const weekOf = ({ summary }: RequirementSeries) => summary.weeks[0]!;
const hoursOf = (series: RequirementSeries): number => weekOf(series).agentHoursRequired;
const chance = (chanceFraction: number): StaffedFor => ({ kind: 'chance', chanceFraction });

/** The week over and over with invented mails, one by one: in which share of them the goal is met, and mails in time. */
function inventedWeeks(agents: ArrayLike<number>, runs: number): { met: number; inTime: number } {
  const draws = new RandomDraws(7);
  const { withinDay, betweenDays } = { withinDay: 0.7, betweenDays: 0.5 };
  let [met, keptOfAll, all] = [0, 0, 0];
  for (let run = 0; run < runs; run += 1) {
    const week = draws.normal();
    const mails: { arrivedAt: number; due: number; left: number }[] = [];
    for (let day = 0; day < 5; day += 1) {
      const level = Math.sqrt(betweenDays) * week + Math.sqrt(1 - betweenDays) * draws.normal();
      for (let at = 24 * day + 8; at < 24 * day + 18; at += 1) {
        const own = Math.sqrt(withinDay) * level + Math.sqrt(1 - withinDay) * draws.normal();
        // A gamma rate of this cv by its cube (Wilson & Hilferty).
        const rate = (1 - RATE_CV ** 2 / 9 + own * (RATE_CV / 3)) ** 3;
        const due = at + 2 <= 24 * day + 18 ? at + 2 : 24 * (day + 1) + 8 + (at + 2 - (24 * day + 18));
        for (let mail = draws.poisson(40 * rate); mail > 0; mail -= 1)
          mails.push({ arrivedAt: at, due, left: draws.exponential(600) / 3600 });
      }
    }
    let [first, kept] = [0, 0];
    // Five hours of a sixth day for what Friday leaves.
    for (let at = 0; at < HOURS + 13; at += 1) {
      let free = at < HOURS ? agents[at]! : isOpen(at) ? agents[at - HOURS]! : 0;
      for (; first < mails.length && mails[first]!.arrivedAt <= at && free > 0;) {
        const mail = mails[first]!;
        const share = Math.min(free, mail.left);
        mail.left -= share;
        free -= share;
        if (mail.left > 1e-12) break;
        if (at + 1 <= mail.due) kept += 1;
        first += 1;
      }
    }
    keptOfAll += kept;
    all += mails.length;
    if (kept >= KEPT * mails.length) met += 1;
  }
  return { met: met / runs, inTime: keptOfAll / all };
}

describe('staffing work that can wait for an uncertain forecast', () => {
  const point = staffed({ kind: 'point' });

  it('says how sure the plan for the mean is, by interval, day and week', () => {
    const { chanceToMeet, expectedServiceLevel } = weekOf(point);
    expect(chanceToMeet).toBeGreaterThan(0.1);
    expect(chanceToMeet).toBeLessThan(0.9);
    expect(expectedServiceLevel).toBeLessThan(weekOf(point).serviceLevel);
    expect(point.summary.days.slice(0, 5).every((day) => day.chanceToMeet > 0 && day.chanceToMeet < 1)).toBe(true);
    expect(point.chanceToMeet[8]).toBeGreaterThan(point.chanceToMeet[17]!);
    expect(point.chanceToMeet[0]).toBeNaN();
    // Nothing is known of the spread, and nothing is asked of it.
    const unknown = staffed(undefined, { rateCv: undefined });
    expect(weekOf(unknown).chanceToMeet).toBeNaN();
    expect(unknown.requiredAgents).toEqual(point.requiredAgents);
  });

  it('gives each chance asked for, with more agents for more of it, and no more than it takes', () => {
    const chances = [0.6, 0.8, 0.9, 0.95];
    const plans = chances.map((one) => staffed(chance(one)));
    plans.forEach((series, index) => {
      expect(weekOf(series).chanceToMeet).toBeGreaterThanOrEqual(chances[index]! - 1e-9);
      // To the step of whole agents in an hour of the week.
      expect(weekOf(series).chanceToMeet).toBeLessThan(chances[index]! + 0.05);
      expect(hoursOf(series)).toBeGreaterThanOrEqual(hoursOf(plans[index - 1] ?? point));
    });
    // Less than the mean's plan is never asked for, however little chance is.
    expect(hoursOf(staffed(chance(0.05)))).toBe(hoursOf(point));
  });

  it('meets the goal on average, for more than the mean takes', () => {
    const expected = staffed({ kind: 'expected' });
    expect(weekOf(point).expectedServiceLevel).toBeLessThan(KEPT);
    expect(weekOf(expected).expectedServiceLevel).toBeGreaterThanOrEqual(KEPT - 1e-9);
    expect(weekOf(expected).expectedServiceLevel).toBeLessThan(KEPT + 0.02);
    expect(hoursOf(expected)).toBeGreaterThan(hoursOf(point));
    // All of it for certain is reached by no number: then the mean is planned for.
    expect(hoursOf(staffed({ kind: 'expected' }, {}, 1))).toBe(hoursOf(staffed({ kind: 'point' }, {}, 1)));
  });

  it('agrees with invented weeks, mail by mail', () => {
    for (const series of [point, staffed(chance(0.8))]) {
      const invented = inventedWeeks(series.requiredAgents, 800);
      // Standard error √(0.25/800) = 1.8 points, of the 401 courses as much again; mails are no fluid.
      expect(Math.abs(weekOf(series).chanceToMeet - invented.met)).toBeLessThan(0.05);
      expect(Math.abs(weekOf(series).expectedServiceLevel - invented.inTime)).toBeLessThan(0.02);
    }
  });

  it('makes no difference between a chance and the mean where no number of agents keeps the promise', () => {
    const goal = { answerWithinHours: 3, answerWithinClock: 'elapsed' as const };
    const night = { contacts: each(() => 5) };
    const plan = { modelId: 'deferred', goal };
    const sure = requirementOf({ ...plan, staffedFor: chance(0.9) }, { ...forecast, ...night });
    expect(sure.notes).toContain('goal-unreachable');
    expect(sure.summary.weeks[0]!.chanceToMeet).toBe(0);
    expect(sure.requiredAgents.every((agents) => Number.isFinite(agents))).toBe(true);
  });
});
