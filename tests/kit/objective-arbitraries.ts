import type { ObjectiveSettings, Preference, RosterProblem, Shift } from '@yotei/scheduling/roster';
import { addDays, HOUR_MILLIS, startOfLocalDay } from '@yotei/time';
import fc from 'fast-check';

const weight = fc.constantFrom(0, 1, 2.5, 7);

const kinds = fc.record({
  night: weight,
  early: weight,
  late: weight,
  weekend: weight,
  holiday: weight,
  'denied-wish': weight,
});

/** Settings of every further part of the objective, each there or not, for a problem; `base` are earlier shifts. */
export function objectiveFor(problem: RosterProblem, base: readonly Shift[]): fc.Arbitrary<ObjectiveSettings> {
  const holidays = [addDays(problem.startsOn, 2)];
  const option = <T>(drawn: fc.Arbitrary<T>) => fc.option(drawn, { nil: undefined });
  return fc.record({
    fairness: option(
      fc.record({
        memoryWeeks: fc.constantFrom(1, 4),
        weights: kinds,
        holidays: fc.constant(holidays),
        memory: fc.array(
          fc.record({
            agentId: fc.constantFrom(...problem.agents.map(({ id }) => id)),
            kind: fc.constantFrom('night' as const, 'weekend' as const, 'denied-wish' as const),
            count: fc.nat({ max: 5 }),
          }),
          { maxLength: 4 },
        ),
      }),
    ),
    wellbeing: option(
      fc.tuple(
        fc.record({
          termId: fc.constant('quick-return'),
          weight,
          parameters: fc.record({ restHours: fc.constantFrom(9, 12, 16) }),
        }),
        fc.record({ termId: fc.constant('backward-rotation'), weight }),
      ),
    ),
    stability: option(fc.record({ dayWeight: weight, movedHourWeight: weight, breakQuarterWeight: weight })),
    stabilityBase: fc.record({
      shifts: fc.constant(base),
      decidedAt: fc.option(
        fc
          .integer({ min: -400, max: 60 })
          .map((hours) => startOfLocalDay(problem.startsOn, problem.zone) + hours * HOUR_MILLIS),
        { nil: undefined },
      ),
    }),
    money: option(
      fc.record({
        unitsPerCurrency: fc.constantFrom(0.01, 0.5),
        hourly: fc.constantFrom([{ perHour: 12 }], [{ contractId: 'a', perHour: 20 }, { perHour: 10 }]),
        nightPremiumFraction: fc.constantFrom(0, 0.25),
        weekendPremiumFraction: fc.constantFrom(0, 0.5),
        holidayPremiumFraction: fc.constantFrom(0, 1),
        holidays: fc.constant(holidays),
        overtimePremiumFraction: fc.constantFrom(0, 0, 0.5),
        overtimeAfterWeeklyMinutes: fc.constantFrom(600, 2400),
      }),
    ),
  });
}

/** Wishes of the kinds that judge single days, for any of the problem's agents. */
export function wishesFor(problem: RosterProblem): fc.Arbitrary<Preference[]> {
  const on = fc.nat({ max: 6 }).map((day) => addDays(problem.startsOn, day));
  const agentId = fc.constantFrom(...problem.agents.map(({ id }) => id));
  return fc.array(
    fc.oneof(
      fc.record({ agentId, kind: fc.constantFrom('day-off' as const, 'day-on' as const), on, weight }),
      fc.record({ agentId, kind: fc.constant('days-off-together' as const), weight }),
      fc.record({
        agentId,
        kind: fc.constantFrom('start-between' as const, 'end-between' as const),
        fromMinute: fc.constantFrom(undefined, 480, 600),
        untilMinute: fc.constantFrom(undefined, 1020, 1500),
        weight,
      }),
    ),
    { maxLength: 4 },
  );
}
