import fc from 'fast-check';
import { intervalStart, localDateOf } from '@yotei/time';
import {
  evaluateStaffing,
  LOAD_METHODS,
  requirementOf,
  type StaffedFor,
  type StaffingForecast,
  type StaffingPlan,
} from '../index.js';

const RUNS = { numRuns: 60 };
const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Tokyo');
const staffedFor = fc.constantFrom<StaffedFor>(
  { kind: 'point' },
  { kind: 'expected' },
  { kind: 'chance', chanceFraction: 0.9 },
);
const plans = fc.record({
  modelId: fc.constantFrom('erlang-a', 'erlang-c'),
  loadMethod: fc.constantFrom(...LOAD_METHODS),
  staffedFor,
  patienceSeconds: fc.constantFrom(120, 300),
  goal: fc.constantFrom(
    { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
    { serviceLevelFraction: 0.9, answerWithinSeconds: 60, maxOccupancyFraction: 0.9 },
    { maxOccupancyFraction: 0.85 },
  ),
  shrinkage: fc.constantFrom(
    [],
    [
      { id: 'sickness', fraction: 0.1, planned: false },
      { id: 'lateness', fraction: 0.2, planned: false, fromMinute: 480, untilMinute: 600 },
    ],
  ),
});
const series = fc.record({
  /** A clock change of Europe lies within reach. */
  startHour: fc.integer({ min: 0, max: 60 }),
  zone: zones,
  values: fc.array(
    fc.record({
      contacts: fc.oneof(
        { arbitrary: fc.double({ min: 1e-6, max: 200, noNaN: true }), weight: 5 },
        { arbitrary: fc.constant(Number.NaN), weight: 1 },
        { arbitrary: fc.constant(0), weight: 1 },
      ),
      handle: fc.double({ min: 30, max: 3000, noNaN: true }),
    }),
    { minLength: 1, maxLength: 30 },
  ),
  rateCv: fc.constantFrom(Number.NaN, 0, 0.1, 0.3),
});

type GivenSeries = typeof series extends fc.Arbitrary<infer Given> ? Given : never;

function forecastOf({ startHour, zone, values, rateCv }: GivenSeries): StaffingForecast {
  return {
    grid: { startAt: Date.UTC(2025, 9, 25, startHour), stepMinutes: 30, count: values.length },
    zone,
    contacts: values.map(({ contacts }) => contacts),
    averageHandleSeconds: values.map(({ handle }) => handle),
    rateCv,
  };
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe('any requirement', () => {
  it('says what each interval is, and gives a chance where the spread is known', () => {
    fc.assert(
      fc.property(plans, series, (plan, given) => {
        const forecast = forecastOf(given);
        const requirement = requirementOf(plan, forecast);
        requirement.notes.forEach((note, index) => {
          const open = !Number.isNaN(forecast.contacts[index]!);
          expect(note).toBe(open ? '' : 'closed');
          expect(Number.isInteger(requirement.requiredAgents[index])).toBe(true);
          expect(requirement.agentsToRoster[index]).toBeGreaterThanOrEqual(requirement.requiredAgents[index]!);
          const arrives = open && requirement.loadContacts[index]! > 0;
          const chance = requirement.chanceToMeet[index]!;
          if (arrives && !Number.isNaN(given.rateCv)) {
            expect(chance).toBeGreaterThanOrEqual(0);
            expect(chance).toBeLessThanOrEqual(1);
            if (plan.staffedFor.kind === 'chance') expect(chance).toBeGreaterThan(0.9 - 1e-6);
          } else expect(chance).toBeNaN();
        });
      }),
      RUNS,
    );
  });

  it('never needs fewer agents for more contacts', () => {
    fc.assert(
      fc.property(plans, series, fc.double({ min: 1, max: 2, noNaN: true }), (plan, given, factor) => {
        const forecast = forecastOf(given);
        const more = { ...forecast, contacts: given.values.map(({ contacts }) => contacts * factor) };
        const [few, many] = [requirementOf(plan, forecast), requirementOf(plan, more)];
        few.requiredAgents.forEach((agents, index) => {
          expect(many.requiredAgents[index]).toBeGreaterThanOrEqual(agents);
        });
      }),
      RUNS,
    );
  });

  it('sums up to its days and weeks', () => {
    fc.assert(
      fc.property(plans, series, (plan, given) => {
        const forecast = forecastOf(given);
        const requirement = requirementOf(plan, forecast);
        const { days, weeks } = requirement.summary;
        for (const periods of [days, weeks]) {
          const contacts = given.values.map(({ contacts: count }) => (Number.isNaN(count) ? 0 : count));
          expect(sum(periods.map((period) => period.contacts))).toBeCloseTo(sum(contacts), 6);
          // Each period's hours are rounded to a hundredth.
          const hours = sum(periods.map(({ agentHoursToRoster }) => agentHoursToRoster));
          expect(Math.abs(hours - sum(requirement.agentsToRoster) / 2)).toBeLessThanOrEqual(
            0.005 * periods.length + 1e-9,
          );
        }
        for (const day of days) {
          const own = given.values.flatMap(({ contacts }, index) =>
            localDateOf(intervalStart(forecast.grid, index), given.zone) === day.fromOn && contacts > 0
              ? [{ contacts, level: requirement.serviceLevel[index]! }]
              : [],
          );
          const mean =
            sum(own.map(({ contacts, level }) => contacts * level)) / sum(own.map(({ contacts }) => contacts));
          if (own.length > 0) expect(day.serviceLevel).toBeCloseTo(mean, 9);
        }
      }),
      RUNS,
    );
  });

  it('does not depend on the zone but for shrinkage and sums', () => {
    fc.assert(
      fc.property(plans, series, zones, (plan, given, zone) => {
        const here = requirementOf(plan, forecastOf(given));
        const there = requirementOf(plan, forecastOf({ ...given, zone }));
        expect(there.requiredAgents).toEqual(here.requiredAgents);
        expect(there.chanceToMeet).toEqual(here.chanceToMeet);
      }),
      RUNS,
    );
  });

  it('in any order of its intervals needs the same, when each stands for itself', () => {
    fc.assert(
      fc.property(plans, series, (plan, given) => {
        const own: StaffingPlan = { ...plan, loadMethod: 'interval', shrinkage: [] };
        const there = requirementOf(own, forecastOf(given));
        const back = requirementOf(own, forecastOf({ ...given, values: [...given.values].reverse() }));
        expect([...back.requiredAgents].reverse()).toEqual([...there.requiredAgents]);
        expect([...back.chanceToMeet].reverse()).toEqual([...there.chanceToMeet]);
      }),
      RUNS,
    );
  });

  it('carries no contacts away and makes none: the load in hand adds up to the handling time', () => {
    fc.assert(
      fc.property(series, fc.constantFrom(undefined, 0, 0.7), (given, handleTimeCv) => {
        // One handle time for all, and a day closed at the end in which all is worked off.
        const values = given.values.map(({ contacts }) => ({ contacts, handle: 900 }));
        const quiet = Array.from({ length: 60 }, () => ({ contacts: Number.NaN, handle: 900 }));
        const forecast = { ...forecastOf({ ...given, values: [...values, ...quiet] }), handleTimeCv };
        const plan = { modelId: 'workload', goal: { maxOccupancyFraction: 1 } };
        const { loadErlangs, overtimeErlangs } = requirementOf(plan, forecast, { loadStart: 'empty' });
        // Half-hours of handling, 900 s a contact.
        const worked = sum(loadErlangs.map((load) => (Number.isNaN(load) ? 0 : load))) + sum(overtimeErlangs);
        const arrived = sum(values.map(({ contacts }) => (Number.isNaN(contacts) ? 0 : contacts / 2)));
        expect(worked).toBeCloseTo(arrived, 4);
      }),
      RUNS,
    );
  });
});

describe('any staffing given', () => {
  it('is more likely to meet the goals with more agents, day and week too', () => {
    fc.assert(
      fc.property(plans, series, fc.integer({ min: 0, max: 60 }), (plan, given, count) => {
        fc.pre(!Number.isNaN(given.rateCv));
        const forecast = forecastOf(given);
        const outcomeWith = (agents: number) =>
          evaluateStaffing(plan, forecast, { agents: new Array<number>(given.values.length).fill(agents) });
        const [few, many] = [outcomeWith(count), outcomeWith(count + 2.5)];
        few.chanceToMeet.forEach((chance, index) => {
          if (!Number.isNaN(chance)) expect(many.chanceToMeet[index]).toBeGreaterThanOrEqual(chance - 1e-7);
        });
        few.summary.days.forEach(({ chanceToMeet }, index) => {
          if (!Number.isNaN(chanceToMeet))
            expect(many.summary.days[index]!.chanceToMeet).toBeGreaterThanOrEqual(chanceToMeet - 0.02);
        });
      }),
      RUNS,
    );
  });

  it('gives what the requirement says of its own agents', () => {
    fc.assert(
      fc.property(plans, series, (plan, given) => {
        const forecast = forecastOf(given);
        const requirement = requirementOf(plan, forecast);
        const outcome = evaluateStaffing(plan, forecast, { agents: requirement.requiredAgents });
        expect(outcome.chanceToMeet).toEqual(requirement.chanceToMeet);
        expect(outcome.expectedServiceLevel).toEqual(requirement.expectedServiceLevel);
        outcome.serviceLevel.forEach((level, index) => {
          if (requirement.notes[index] === '') expect(level).toBeCloseTo(requirement.serviceLevel[index]!, 12);
        });
      }),
      RUNS,
    );
  });
});
